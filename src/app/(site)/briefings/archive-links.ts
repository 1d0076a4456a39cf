import type { Kept } from '@/components/archive/archive-view'
import type { Chip } from '@/components/archive/chips'
import type { SortLink } from '@/components/archive/result-line'
import { parseQuery } from '@/search/parse-query'
import { toSearchParameters } from '@/search/read-search-parameters'
import type { FacetCounts } from '@/search/search-answer'
import { type Facet, FACETS, type SearchRequest, type Sort } from '@/search/search-request'
import { endWords } from './range-ends'

const SORT_LABELS: Readonly<Record<Sort, string>> = {
  relevance: 'Best match',
  newest: 'Newest',
  oldest: 'Oldest',
  title: 'A to Z',
}

/** The address of a search on the archive page. */
export function hrefOf(request: SearchRequest, changes: Partial<SearchRequest> = {}): string {
  const parameters = toSearchParameters({ ...request, page: 1, ...changes }).toString()
  return parameters ? `/briefings?${parameters}` : '/briefings'
}

/** The parts of a search as the hidden fields of a form that asks for `leftOut` itself. */
export const keptBy = (request: SearchRequest, leftOut: readonly string[]): Kept =>
  [...toSearchParameters({ ...request, page: 1 })].filter(([name]) => !leftOut.includes(name))

/** The same search with a choice added, or without it where it was chosen. */
export function toggled(request: SearchRequest, facet: Facet, value: string): SearchRequest {
  const chosen = request.filters[facet] ?? []
  const others = chosen.filter((one) => one !== value)
  const values = others.length < chosen.length ? others : [...chosen, value]
  return { ...request, filters: { ...request.filters, [facet]: values } }
}

/** A filter in words, and the same search without it. */
export type Narrowing = { readonly label: string; readonly without: SearchRequest }

/** Everything a search is narrowed by, one by one. */
export function narrowingsOf(request: SearchRequest, counts: FacetCounts): readonly Narrowing[] {
  const labelOf = (facet: Facet, value: string) =>
    counts[facet].find((choice) => choice.value === value)?.label ?? value
  const chosen = FACETS.flatMap((facet) =>
    (request.filters[facet] ?? []).map((value) => ({
      label: labelOf(facet, value),
      without: toggled(request, facet, value),
    })),
  )
  const from = request.from
    ? [{ label: `From ${endWords(request.from, 'from')}`, without: { ...request, from: null } }]
    : []
  const to = request.to
    ? [{ label: `To ${endWords(request.to, 'to')}`, without: { ...request, to: null } }]
    : []
  return [...chosen, ...from, ...to]
}

export const chipsOf = (narrowings: readonly Narrowing[]): readonly Chip[] =>
  narrowings.map(({ label, without }) => ({ label, href: hrefOf(without) }))

export const unfiltered = (request: SearchRequest): SearchRequest => ({
  ...request,
  filters: {},
  from: null,
  to: null,
})

export function sortLinks(request: SearchRequest): readonly SortLink[] {
  const hasWords = request.query.text !== ''
  const sorts: readonly Sort[] = hasWords
    ? ['relevance', 'newest', 'oldest', 'title']
    : ['newest', 'oldest', 'title']
  const current = !hasWords && request.sort === 'relevance' ? 'newest' : request.sort
  return sorts.map((sort) => ({
    label: SORT_LABELS[sort],
    href: hrefOf(request, { sort: !hasWords && sort === 'newest' ? 'relevance' : sort }),
    isChosen: sort === current,
  }))
}

export const suggestionLink = (request: SearchRequest, suggestion: string | null) =>
  suggestion === null
    ? null
    : { text: suggestion, href: hrefOf(request, { query: parseQuery(suggestion) }) }
