import type { Chip } from '@/components/archive/chips'
import type { FacetGroup } from '@/components/archive/facets'
import type { SortLink } from '@/components/archive/result-line'
import { toLongDate } from '@/lib/london-time'
import { parseQuery } from '@/search/parse-query'
import { toSearchParameters } from '@/search/read-search-parameters'
import type { FacetCounts } from '@/search/search-answer'
import { type Facet, FACETS, type SearchRequest, type Sort } from '@/search/search-request'

const TITLES: Readonly<Record<Facet, string>> = {
  topic: 'Topic',
  series: 'Series',
  type: 'Type',
  nation: 'Nation',
  author: 'Officer',
  year: 'Year',
}

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
export const keptBy = (
  request: SearchRequest,
  leftOut: readonly string[],
): readonly (readonly [string, string])[] =>
  [...toSearchParameters({ ...request, page: 1 })].filter(([name]) => !leftOut.includes(name))

function toggled(request: SearchRequest, facet: Facet, value: string): string {
  const chosen = request.filters[facet] ?? []
  const others = chosen.filter((one) => one !== value)
  const values = others.length < chosen.length ? others : [...chosen, value]
  return hrefOf(request, { filters: { ...request.filters, [facet]: values } })
}

export const facetGroups = (request: SearchRequest, counts: FacetCounts): readonly FacetGroup[] =>
  FACETS.map((facet) => ({
    name: facet,
    title: TITLES[facet],
    choices: counts[facet].map((choice) => ({
      ...choice,
      isChosen: request.filters[facet]?.includes(choice.value) ?? false,
      href: toggled(request, facet, choice.value),
    })),
  }))

export function chipsOf(request: SearchRequest, counts: FacetCounts): readonly Chip[] {
  const labelOf = (facet: Facet, value: string) =>
    counts[facet].find((choice) => choice.value === value)?.label ?? value
  const chosen = FACETS.flatMap((facet) =>
    (request.filters[facet] ?? []).map((value) => ({
      label: labelOf(facet, value),
      href: toggled(request, facet, value),
    })),
  )
  const from = request.from
    ? [{ label: `From ${toLongDate(request.from)}`, href: hrefOf(request, { from: null }) }]
    : []
  const to = request.to
    ? [{ label: `To ${toLongDate(request.to)}`, href: hrefOf(request, { to: null }) }]
    : []
  return [...chosen, ...from, ...to]
}

export const unfiltered = (request: SearchRequest): string =>
  hrefOf(request, { filters: {}, from: null, to: null })

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
