import type { CollectionBeforeOperationHook, CollectionConfig } from 'payload'
import { refusal } from '@/lib/refusal'
import { ordersWithin } from './orders-within'
import { isStaff } from './who'

const SCALAR_OPERATORS = new Set([
  'equals',
  'not_equals',
  'in',
  'exists',
  'less_than',
  'less_than_equal',
  'greater_than',
  'greater_than_equal',
])

/** What a caller who is not staff may ask for by name. All of it stands in the public part. */
const QUERYABLE = new Set([
  'id',
  'slug',
  'reference',
  'type',
  'topics',
  'series',
  'publishedAt',
  'name',
])

const MOST_TERMS = 10
const DEEPEST = 3

type Query = {
  where?: unknown
  sort?: unknown
  limit?: unknown
  page?: unknown
  depth?: unknown
  pagination?: unknown
  draft?: unknown
  trash?: unknown
  showHiddenFields?: unknown
  [key: string]: unknown
}

const refuse = () => refusal('This query is not allowed.', 400)

const isScalar = (value: unknown): boolean =>
  Array.isArray(value) ? value.every(isScalar) : typeof value !== 'object' || value === null

function checkCondition(path: string, condition: unknown): void {
  if (!QUERYABLE.has(path) || typeof condition !== 'object' || condition === null) throw refuse()
  for (const [operator, operand] of Object.entries(condition)) {
    if (!SCALAR_OPERATORS.has(operator) || !isScalar(operand)) throw refuse()
  }
}

function checkWhere(where: unknown, depth = 1): number {
  if (depth > DEEPEST || typeof where !== 'object' || where === null) throw refuse()
  let terms = 0
  for (const [path, condition] of Object.entries(where)) {
    if (path === 'and' || path === 'or') {
      if (!Array.isArray(condition)) throw refuse()
      for (const nested of condition) terms += checkWhere(nested, depth + 1)
    } else {
      checkCondition(path, condition)
      terms += 1
    }
  }
  if (terms > MOST_TERMS) throw refuse()
  return terms
}

const clamp = (value: unknown, least: number, most: number, fallback: number): number => {
  const number = typeof value === 'string' || typeof value === 'number' ? Number(value) : fallback
  return Number.isFinite(number) ? Math.min(most, Math.max(least, Math.trunc(number))) : fallback
}

function sortPaths(sort: unknown): string[] {
  const parts = [sort ?? []].flat()
  if (!parts.every((part) => typeof part === 'string')) throw refuse()
  return parts.flatMap((part) => part.split(','))
}

/** The same query with everything left out that could tell more than the public part. @throws {APIError} 400. */
export function guardedQuery(query: Query): Query {
  if (query.draft || query.trash || query.showHiddenFields) throw refuse()
  if (query.where !== undefined && query.where !== null) checkWhere(query.where)
  for (const path of sortPaths(query.sort)) {
    if (!QUERYABLE.has(path.replace(/^-/, ''))) throw refuse()
  }
  return {
    ...query,
    joins: false,
    populate: undefined,
    select: undefined,
    limit: clamp(query.limit, 1, 50, 10),
    page: clamp(query.page, 1, 1000, 1),
    depth: clamp(query.depth, 0, 1, 0),
  }
}

const MOST_WITH_ALL = 100

/** More rows than any page of the desk shows come without what they lead to: a few such would keep everybody waiting. */
function withoutTooMuch(query: Query): Query {
  const limit = Number(query.limit ?? (query.pagination === false ? 0 : 1))
  return limit >= 1 && limit <= MOST_WITH_ALL ? query : { ...query, depth: 0 }
}

/**
 * Stands before every read that comes over HTTP from somebody who is not staff; and takes from every read in somebody's
 * name, staff at the desk among them, an order by what a reference leads to. Of staff over HTTP it limits how much comes
 * at once.
 *
 * Payload 3.90 lets a query ask about fields and rows its answer would hide (docs/decisions/004-doors.md).
 * The service's own reads (`payloadAPI` is `local`) and population passes are not asked.
 */
export const guardQueries: CollectionBeforeOperationHook = ({ args, collection, req }) => {
  const query = args as Query & { overrideAccess?: boolean; currentDepth?: number }
  if (query.overrideAccess === true) return args
  const isOurOwn = req.payloadAPI === 'local'
  if (isOurOwn || isStaff(req.user) || query.currentDepth !== undefined) {
    const asked = req.payloadAPI === 'REST' ? withoutTooMuch(query) : query
    if (asked.sort === undefined || asked.sort === null) return asked as typeof args
    return { ...asked, sort: ordersWithin(collection.flattenedFields, asked.sort) } as typeof args
  }
  return guardedQuery(query) as typeof args
}

export const withQueryGuard = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    beforeOperation: [guardQueries, ...(collection.hooks?.beforeOperation ?? [])],
  },
})
