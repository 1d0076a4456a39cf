import { type Facet, FACETS, type SearchRequest } from '../../search-request'
import { dayNumber } from './index-record'

/** Conditions that must all hold, in Meilisearch's language. */
export type Conditions = readonly string[]

/** A value of a filter. Whatever it holds, it stays one. */
export const quotedValue = (value: string): string =>
  JSON.stringify(value.replace(/[\p{Cc}\p{Cs}]/gu, ' '))

export const isOneOf = (attribute: string, values: Iterable<string>): string =>
  `${attribute} IN [${[...values].map(quotedValue).join(', ')}]`

export const isNoneOf = (attribute: string, values: Iterable<string>): string =>
  `${attribute} NOT IN [${[...values].map(quotedValue).join(', ')}]`

export const chosen = (request: SearchRequest, facet: Facet): readonly string[] =>
  facet === 'type'
    ? [...(request.filters.type ?? []), ...request.query.types]
    : (request.filters[facet] ?? [])

/** The kinds something is chosen of. */
export const activeFacets = (request: SearchRequest): readonly Facet[] =>
  FACETS.filter((facet) => chosen(request, facet).length > 0)

/** Everything a request narrows by, its kinds together, but for `leftOut`. */
export function narrowing(request: SearchRequest, leftOut?: Facet): Conditions {
  const { from, to } = request
  return [
    ...activeFacets(request)
      .filter((facet) => facet !== leftOut)
      .map((facet) => isOneOf(`under.${facet}`, chosen(request, facet))),
    ...(from ? [`publishedOn >= ${dayNumber(from)}`] : []),
    ...(to ? [`publishedOn <= ${dayNumber(to)}`] : []),
  ]
}
