import type { FacetCount, FacetCounts } from '../../search-answer'
import { type Facet, FACETS, type SearchRequest } from '../../search-request'
import type { HeldDoc, HeldDocs } from './held-docs'

const MOST_VALUES = 100

type Choice = { readonly facet: Facet; readonly numbers: ReadonlySet<number> }

const chosenValues = (request: SearchRequest, facet: Facet): readonly string[] =>
  facet === 'type'
    ? [...(request.filters.type ?? []), ...request.query.types]
    : (request.filters[facet] ?? [])

function choicesOf(held: HeldDocs, request: SearchRequest): Choice[] {
  return FACETS.flatMap((facet) => {
    const values = chosenValues(request, facet)
    if (values.length === 0) return []
    const numbers = values.map((value) => held.numberOf(facet, value))
    return [{ facet, numbers: new Set(numbers.filter((number) => number !== undefined)) }]
  })
}

const isInRange = ({ publishedOn }: HeldDoc, { from, to }: SearchRequest): boolean =>
  (from === null || publishedOn >= from) && (to === null || publishedOn <= to)

const inOrder = (facet: Facet) => (a: FacetCount, b: FacetCount) => {
  if (facet === 'year') return a.value < b.value ? 1 : -1
  return b.count - a.count || (a.label < b.label ? -1 : 1)
}

const isHeld = ({ docs }: HeldDocs, number: number): boolean =>
  [...docs.values()].some(({ values }) => values.includes(number))

/** What a reader chose keeps its name where nothing is found under it. */
function listed(held: HeldDocs, counts: Int32Array, facet: Facet, request: SearchRequest) {
  const found: FacetCount[] = []
  const chosen: FacetCount[] = []
  const isChosen = new Set(request.filters[facet])
  for (const [number, { facet: kind, value, label }] of held.values.entries()) {
    if (kind !== facet) continue
    const count = counts[number] ?? 0
    if (count > 0) found.push({ value, label, count })
    else if (isChosen.has(value) && isHeld(held, number)) chosen.push({ value, label, count })
  }
  return [...found.sort(inOrder(facet)).slice(0, MOST_VALUES), ...chosen]
}

export type Narrowed = { readonly kept: readonly HeldDoc[]; readonly facets: FacetCounts }

/**
 * Those of `docs` that pass everything a request narrows by, and what they are counted under.
 *
 * One pass: a briefing that one kind alone keeps out still counts within that kind, which leaves out its own filter.
 */
export function narrowAndCount(
  held: HeldDocs,
  docs: readonly HeldDoc[],
  request: SearchRequest,
): Narrowed {
  const choices = choicesOf(held, request)
  const counts = new Int32Array(held.values.length)
  const kept: HeldDoc[] = []
  for (const doc of docs) {
    if (!isInRange(doc, request)) continue
    const missed = choices.filter(({ numbers }) => !doc.values.some((n) => numbers.has(n)))
    if (missed.length > 1) continue
    const [only] = missed
    if (!only) kept.push(doc)
    for (const number of doc.values) {
      if (only && held.values[number]?.facet !== only.facet) continue
      counts[number] = (counts[number] ?? 0) + 1
    }
  }
  const of = (facet: Facet) => listed(held, counts, facet, request)
  return {
    kept,
    facets: {
      topic: of('topic'),
      series: of('series'),
      type: of('type'),
      nation: of('nation'),
      author: of('author'),
      year: of('year'),
    },
  }
}
