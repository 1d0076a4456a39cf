import type { PublicBriefing } from '@/access/to-public-part'
import type { Viewer } from '@/access/viewer'
import { writeOnce } from '@/lib/write-once'
import { readHits } from '@/search/read-hits'
import type { Own } from './saved-searches'

const collection = 'reading-list'

export const MOST_ON_LIST = 500

type OneArgs = Own & { readonly briefingId: string }

const idsOnList = async ({ payload, memberId }: Own): Promise<string[]> => {
  const { docs } = await payload.find({
    collection,
    overrideAccess: true,
    where: { memberId: { equals: memberId } },
    sort: ['-addedAt', 'id'],
    pagination: false,
  })
  return docs.map(({ briefingId }) => briefingId)
}

export async function isOnReadingList({ payload, memberId, briefingId }: OneArgs) {
  const { totalDocs } = await payload.count({
    collection,
    overrideAccess: true,
    where: { and: [{ memberId: { equals: memberId } }, { briefingId: { equals: briefingId } }] },
  })
  return totalDocs > 0
}

type AddArgs = OneArgs & { readonly viewer: Viewer; readonly now: Date }

/** Puts a briefing the viewer may know of on their list. Safe to repeat. */
export async function addToReadingList({
  viewer,
  now,
  briefingId,
  ...own
}: AddArgs): Promise<'added' | 'unknown' | 'full'> {
  const { payload, memberId } = own
  if (!(await readHits(payload, viewer, [briefingId], now)).has(briefingId)) return 'unknown'
  const ids = await idsOnList(own)
  if (!ids.includes(briefingId) && ids.length >= MOST_ON_LIST) return 'full'
  await writeOnce(payload, collection, { memberId, briefingId, addedAt: now.toISOString() })
  return 'added'
}

/** Safe to repeat. What is not on the member's own list stays where it is. */
export async function removeFromReadingList({ payload, memberId, briefingId }: OneArgs) {
  await payload.delete({
    collection,
    overrideAccess: true,
    where: { and: [{ memberId: { equals: memberId } }, { briefingId: { equals: briefingId } }] },
  })
}

export type ListedBriefings = {
  readonly briefings: readonly PublicBriefing[]
  /** How many more were listed and are no longer published. */
  readonly gone: number
}

type ReadArgs = Own & { readonly viewer: Viewer; readonly now: Date }

/** What a member means to read, the newest entry first, as the viewer may know of it today. */
export async function readingListOf({ viewer, now, ...own }: ReadArgs): Promise<ListedBriefings> {
  const ids = await idsOnList(own)
  const known = await readHits(own.payload, viewer, ids, now)
  const briefings = ids.flatMap((id) => known.get(id) ?? [])
  return { briefings, gone: ids.length - briefings.length }
}
