import type { FacetCount, FacetCounts } from '../../search-answer'
import { type Facet, FACETS, type SearchRequest } from '../../search-request'
import type { Ask, Found, Question } from './ask'
import { readNamed } from './index-record'
import { activeFacets, chosen, isOneOf } from './narrowing'

const MOST_VALUES = 100

/** Kinds nothing is chosen of, counted by the question that finds the hits. */
export const countedWithHits = (request: SearchRequest): string[] => {
  const active = activeFacets(request)
  return FACETS.filter((facet) => !active.includes(facet)).map((facet) => `named.${facet}`)
}

/** Counts one kind of what `question` finds. */
export const counting = (question: Question, facets: readonly Facet[]): Question => ({
  ...question,
  page: 1,
  hitsPerPage: 0,
  facets: facets.map((facet) => `named.${facet}`),
})

function countsOf(found: Found, facet: Facet): FacetCount[] {
  const counts = new Map<string, FacetCount>()
  for (const [named, count] of Object.entries(found.facetDistribution?.[`named.${facet}`] ?? {})) {
    const { value, label } = readNamed(named)
    counts.set(value, { value, label, count: count + (counts.get(value)?.count ?? 0) })
  }
  return [...counts.values()]
    .sort((a, b) =>
      facet === 'year'
        ? b.value.localeCompare(a.value)
        : b.count - a.count || a.label.localeCompare(b.label),
    )
    .slice(0, MOST_VALUES)
}

const sameValue = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** What a reader chose keeps its name where nothing is found under it. */
async function chosenNames(
  ask: Ask,
  lacking: readonly { readonly facet: Facet; readonly value: string }[],
) {
  const answers = await ask.all(
    lacking.map(({ facet, value }) => ({
      filter: [isOneOf(`under.${facet}`, [value])],
      limit: 1,
      attributesToRetrieve: ['named'],
    })),
  )
  return answers.flatMap(({ hits: [hit] }, index) => {
    const wanted = lacking[index]
    const named = wanted && hit?.named[wanted.facet].map(readNamed)
    const name = named?.find(({ value }) => sameValue(value, wanted?.value ?? ''))
    return wanted && name ? [{ facet: wanted.facet, ...name, count: 0 }] : []
  })
}

/**
 * Counts of every kind: of those nothing is chosen of from `main`, of the others from an answer of their own, which
 * leaves their own filter out.
 */
export async function readFacets(
  ask: Ask,
  request: SearchRequest,
  main: Found,
  own: ReadonlyMap<Facet, Found>,
): Promise<FacetCounts> {
  const counted = new Map(FACETS.map((facet) => [facet, countsOf(own.get(facet) ?? main, facet)]))
  const lacking = activeFacets(request).flatMap((facet) =>
    chosen(request, facet)
      .filter((value) => !counted.get(facet)?.some((count) => sameValue(count.value, value)))
      .map((value) => ({ facet, value })),
  )
  for (const { facet, ...count } of await chosenNames(ask, lacking)) {
    counted.get(facet)?.push(count)
  }
  const counts = (facet: Facet) => counted.get(facet) ?? []
  return {
    topic: counts('topic'),
    series: counts('series'),
    type: counts('type'),
    nation: counts('nation'),
    author: counts('author'),
    year: counts('year'),
  }
}
