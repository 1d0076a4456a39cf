import type { FacetCount, FacetCounts } from '../../search-answer'
import type { Facet, SearchRequest } from '../../search-request'
import type { IndexFile } from './index-file'
import { narrowing } from './narrowing'
import type { TableSet } from './tables'

const MOST_VALUES = 100

function countsOf(
  file: IndexFile,
  set: TableSet,
  request: SearchRequest,
  facet: Facet,
): FacetCount[] {
  const { sql, values } = narrowing(set, request, facet)
  const order = facet === 'year' ? 'value DESC' : 'count DESC, label'
  const counted = file.rows(
    `SELECT f.value AS value, max(f.label) AS label, count(*) AS count
     FROM found JOIN ${set.facet} f ON f.doc = found.doc AND f.field = '${facet}'
     WHERE ${sql} GROUP BY f.value ORDER BY ${order} LIMIT ${MOST_VALUES}`,
    values,
  )
  const listed = new Set(counted.map(({ value }) => value))
  return [...counted, ...chosenValues(file, set, request, facet)]
    .filter(({ value, count }) => count !== 0 || !listed.has(value))
    .map(({ value, label, count }) => ({
      value: String(value),
      label: String(label),
      count: Number(count),
    }))
}

/** What a reader chose keeps its name where nothing is found under it. */
const chosenValues = (file: IndexFile, set: TableSet, request: SearchRequest, facet: Facet) =>
  file.rows(
    `SELECT value, max(label) AS label, 0 AS count FROM ${set.facet}
     WHERE field = '${facet}' AND value IN (SELECT value FROM json_each(?)) GROUP BY value`,
    [JSON.stringify(request.filters[facet] ?? [])],
  )

/** Counts over `temp.found`, each kind without its own filter. */
export function countFacets(file: IndexFile, set: TableSet, request: SearchRequest): FacetCounts {
  const counts = (facet: Facet) => countsOf(file, set, request, facet)
  return {
    topic: counts('topic'),
    series: counts('series'),
    type: counts('type'),
    nation: counts('nation'),
    author: counts('author'),
    year: counts('year'),
  }
}
