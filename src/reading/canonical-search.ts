import { readSearchParameters, toSearchParameters } from '@/search/read-search-parameters'
import {
  DEFAULT_PAGE_SIZE,
  FACETS,
  type Filters,
  type SearchRequest,
} from '@/search/search-request'

const sorted = (filters: Filters): Filters =>
  Object.fromEntries(
    FACETS.flatMap((facet) => (filters[facet] ? [[facet, [...filters[facet]].sort()]] : [])),
  )

/** What a search asks for, without how its results are set out: order, page and how many. */
const askedFor = (request: SearchRequest): SearchRequest => ({
  ...request,
  filters: sorted(request.filters),
  sort: 'relevance',
  page: 1,
  pageSize: DEFAULT_PAGE_SIZE,
})

/**
 * The one address of a search, however it was put together. Empty for one that asks for nothing.
 *
 * What the archive page would pass over in an address is left out.
 */
export const canonicalSearch = (parameters: string): string =>
  toSearchParameters(
    askedFor(readSearchParameters(new URLSearchParams(parameters)).request),
  ).toString()

/** A kept search as the engine takes it, the newest first. */
export const requestOf = (parameters: string): SearchRequest => ({
  ...readSearchParameters(new URLSearchParams(parameters)).request,
  sort: 'newest',
})
