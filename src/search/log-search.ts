import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import type { Viewer } from '@/access/viewer'
import type { SearchLog } from '@/payload-types'
import { maskPersonal } from './mask-personal'
import { FACETS, type SearchRequest } from './search-request'

const MOST_VALUES = 10

/** What is remembered of one search: nothing of the person but their class and, of members, the organisation. */
export type SearchEntry = Pick<
  SearchLog,
  'key' | 'text' | 'filters' | 'total' | 'viewerClass' | 'organisationId' | 'searchedAt'
>

type Searched = {
  readonly request: SearchRequest
  readonly total: number
  readonly viewer: Viewer
  readonly now: Date
}

const classOf = (viewer: Viewer): SearchLog['viewerClass'] => {
  if (viewer.kind !== 'member') return viewer.kind
  return viewer.isActive ? 'member' : 'lapsed'
}

function organisationOf(viewer: Viewer): string | null {
  if (viewer.kind !== 'member' || !viewer.isActive) return null
  const { organisation } = viewer.member
  return typeof organisation === 'string' ? organisation : organisation.id
}

function narrowingsOf({ filters, from, to }: SearchRequest): SearchEntry['filters'] {
  const chosen = FACETS.flatMap((facet) => {
    const values = (filters[facet] ?? []).slice(0, MOST_VALUES).map(maskPersonal)
    return values.length > 0 ? [[facet, values] as const] : []
  })
  const all = { ...Object.fromEntries(chosen), ...(from && { from }), ...(to && { to }) }
  return Object.keys(all).length > 0 ? all : null
}

/**
 * The entry for a search, under a key nobody can guess, or null where there is nothing to learn from: the whole
 * archive unasked, or a further page of a search that was logged with its first.
 */
export function entryOf({ request, total, viewer, now }: Searched): SearchEntry | null {
  const text = maskPersonal(request.query.text.toLowerCase())
  const filters = narrowingsOf(request)
  if (request.page > 1 || (text === '' && filters === null)) return null
  return {
    key: randomBytes(18).toString('base64url'),
    text,
    filters,
    total,
    viewerClass: classOf(viewer),
    organisationId: organisationOf(viewer),
    searchedAt: now.toISOString(),
  }
}

export async function logSearch(payload: Payload, entry: SearchEntry): Promise<void> {
  await payload.create({ collection: 'search-log', data: entry, depth: 0, overrideAccess: true })
}

export type Click = { readonly key: string; readonly rank: number; readonly briefingId: string }

/** Notes which result was opened first. A later click on the same search changes nothing, nor does an unknown key. */
export async function logClick(payload: Payload, { key, rank, briefingId }: Click): Promise<void> {
  await payload.db.updateOne({
    collection: 'search-log',
    where: { and: [{ key: { equals: key } }, { clickedRank: { exists: false } }] },
    data: { clickedRank: rank, clickedBriefingId: briefingId },
    options: { atomic: true },
  })
}
