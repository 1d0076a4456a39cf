import type { PublicBriefing } from '@/access/to-public-part'
import type { ParsedQuery } from './parse-query'

export const SORTS = ['relevance', 'newest', 'oldest', 'title'] as const
export type Sort = (typeof SORTS)[number]

/** What results can be narrowed by: any of a kind, all kinds together. */
export const FACETS = ['topic', 'series', 'type', 'nation', 'author', 'year'] as const
export type Facet = (typeof FACETS)[number]

export const TYPES = [
  'briefing',
  'case-study',
  'update',
] as const satisfies readonly PublicBriefing['type'][]

export const NATIONS = [
  'england',
  'scotland',
  'wales',
  'northern-ireland',
] as const satisfies readonly PublicBriefing['nations'][number][]

/** `author` holds names, `year` four digits, the rest slugs. */
export type Filters = { readonly [F in Facet]?: readonly string[] }

export type SearchRequest = {
  readonly query: ParsedQuery
  readonly filters: Filters
  /** First and last day of publication, `YYYY-MM-DD`, both included, as the calendar stood in London. */
  readonly from: string | null
  readonly to: string | null
  readonly sort: Sort
  /** From 1. */
  readonly page: number
  readonly pageSize: number
  /**
   * Briefings the editors put first for this search, in their order: under `relevance`, found or not, where they pass
   * the filters. They count in totals and facets as others do.
   */
  readonly pinned: readonly string[]
}

export const DEFAULT_PAGE_SIZE = 10
export const LARGEST_PAGE_SIZE = 50

/** Hits are counted up to here; readers narrow a search rather than leaf through more. */
export const MOST_COUNTED = 1000
