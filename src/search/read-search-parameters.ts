import { parseQuery } from './parse-query'
import {
  DEFAULT_PAGE_SIZE,
  type Facet,
  FACETS,
  type Filters,
  LARGEST_PAGE_SIZE,
  NATIONS,
  type SearchRequest,
  type Sort,
  SORTS,
  TYPES,
} from './search-request'

/** A request made of what could be read, and a sentence for each parameter that could not. */
export type ReadParameters = {
  readonly request: SearchRequest
  readonly faults: readonly string[]
}

const MOST_VALUES = 50
const LONGEST_VALUE = 200
const LAST_PAGE = 1000

const FIXED: { readonly [F in Facet]?: readonly string[] } = { type: TYPES, nation: NATIONS }

const isDay = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString().startsWith(value)

type Check = { readonly isGood: (value: string) => boolean; readonly wants: string }

const isYear = (value: string): boolean => /^[1-9]\d{3}$/.test(value)

const facetCheck = (facet: Facet): Check => {
  const fixed = FIXED[facet]
  if (fixed) return { isGood: (value) => fixed.includes(value), wants: fixed.join(', ') }
  if (facet === 'year') return { isGood: (value) => /^\d{4}$/.test(value), wants: 'four digits' }
  return {
    isGood: (value) => value.length <= LONGEST_VALUE,
    wants: `at most ${LONGEST_VALUE} characters`,
  }
}

const wholeNumber = (most: number): Check => ({
  isGood: (value) => /^\d{1,6}$/.test(value) && Number(value) >= 1 && Number(value) <= most,
  wants: `a whole number from 1 to ${most}`,
})

/** Reads a search from an address: of the API, or of the archive page. Names it does not know are passed over. */
export function readSearchParameters(parameters: URLSearchParams): ReadParameters {
  const faults: string[] = []
  const good = (name: string, { isGood, wants }: Check): string[] => {
    const values = [...new Set(parameters.getAll(name))].filter((value) => value !== '')
    const kept = values.filter(isGood).slice(0, MOST_VALUES)
    if (kept.length < values.length) faults.push(`${name} takes ${wants}.`)
    return kept
  }
  const last = (name: string, check: Check): string | null => good(name, check).at(-1) ?? null

  const filters: Filters = Object.fromEntries(
    FACETS.map((facet) => [facet, good(facet, facetCheck(facet))] as const).filter(
      ([, values]) => values.length > 0,
    ),
  )
  const dayOrYear: Check = {
    isGood: (value) => isDay(value) || isYear(value),
    wants: 'a day, such as 2026-03-31, or a year',
  }
  const day = (name: 'from' | 'to', ofYear: string): string | null => {
    const value = last(name, dayOrYear)
    return value && isYear(value) ? `${value}-${ofYear}` : value
  }
  const isSort = (value: string): value is Sort => SORTS.some((sort) => sort === value)
  const sort = last('sort', { isGood: isSort, wants: SORTS.join(', ') })
  const request: SearchRequest = {
    query: parseQuery(parameters.get('q') ?? ''),
    filters,
    from: day('from', '01-01'),
    to: day('to', '12-31'),
    sort: sort && isSort(sort) ? sort : 'relevance',
    page: Number(last('page', wholeNumber(LAST_PAGE)) ?? 1),
    pageSize: Number(last('pageSize', wholeNumber(LARGEST_PAGE_SIZE)) ?? DEFAULT_PAGE_SIZE),
    pinned: [],
  }
  return { request, faults }
}

/** The address of a search: what is left out is as it is by default, so equal searches have one address. */
export function toSearchParameters(request: SearchRequest): URLSearchParams {
  const parameters = new URLSearchParams()
  if (request.query.text) parameters.set('q', request.query.text)
  for (const facet of FACETS) {
    for (const value of request.filters[facet] ?? []) parameters.append(facet, value)
  }
  if (request.from) parameters.set('from', request.from)
  if (request.to) parameters.set('to', request.to)
  if (request.sort !== 'relevance') parameters.set('sort', request.sort)
  if (request.pageSize !== DEFAULT_PAGE_SIZE) parameters.set('pageSize', String(request.pageSize))
  if (request.page > 1) parameters.set('page', String(request.page))
  return parameters
}
