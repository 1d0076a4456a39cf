import type { SearchRequest, Sort } from '../../search-request'
import type { Ask } from './ask'
import type { Conditions } from './narrowing'
import type { Sought } from './sought'

/** One search under way. */
export type Scope = {
  readonly ask: Ask
  readonly request: SearchRequest
  readonly sought: Sought
  /** What must hold whatever is chosen to narrow by. */
  readonly conditions: Conditions
}

const NEWEST = ['publishedAt:desc', 'briefingId:asc']

/** How Meilisearch is told to order; nothing where its own order is wanted. */
export function sortedBy(sort: Sort, hasQuestion: boolean): string[] | undefined {
  if (sort === 'title') return ['titleKey:asc', 'briefingId:asc']
  if (sort === 'oldest') return ['publishedAt:asc', 'briefingId:asc']
  return sort === 'newest' || !hasQuestion ? NEWEST : undefined
}
