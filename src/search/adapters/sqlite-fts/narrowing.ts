import { type Facet, FACETS, type SearchRequest } from '../../search-request'
import type { TableSet } from './tables'

/** A condition on `found`, with its values. */
export type Condition = { readonly sql: string; readonly values: readonly string[] }

const chosen = (request: SearchRequest, facet: Facet): readonly string[] =>
  facet === 'type'
    ? [...(request.filters.type ?? []), ...request.query.types]
    : (request.filters[facet] ?? [])

/** Everything a request narrows by, its kinds together, but for `leftOut`. */
export function narrowing(set: TableSet, request: SearchRequest, leftOut?: Facet): Condition {
  const parts: Condition[] = [{ sql: '1', values: [] }]
  for (const facet of FACETS) {
    const values = chosen(request, facet)
    if (facet === leftOut || values.length === 0) continue
    parts.push({
      sql: `found.doc IN (SELECT doc FROM ${set.facet}
        WHERE field = '${facet}' AND value IN (SELECT value FROM json_each(?)))`,
      values: [JSON.stringify(values)],
    })
  }
  const published = (sign: '>=' | '<=', day: string): Condition => ({
    sql: `found.doc IN (SELECT rid FROM ${set.doc} WHERE published_on ${sign} ?)`,
    values: [day],
  })
  if (request.from) parts.push(published('>=', request.from))
  if (request.to) parts.push(published('<=', request.to))
  return {
    sql: parts.map(({ sql }) => sql).join(' AND '),
    values: parts.flatMap(({ values }) => values),
  }
}
