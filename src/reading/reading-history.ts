import type { PublicBriefing } from '@/access/to-public-part'
import type { Viewer } from '@/access/viewer'
import { throughConflicts, writeOnce } from '@/lib/write-once'
import { readHits } from '@/search/read-hits'
import type { Own } from './saved-searches'

const collection = 'reading-history'

/** More are forgotten, the oldest first. */
export const MOST_REMEMBERED = 100
export const RECENT = 20

type OneArgs = Own & { readonly briefingId: string }

const rowsOf = async ({ payload, memberId }: Own) => {
  const { docs } = await payload.find({
    collection,
    overrideAccess: true,
    where: { memberId: { equals: memberId } },
    sort: ['-readAt', 'id'],
    pagination: false,
  })
  return docs
}

async function forgetOldest(own: Own): Promise<void> {
  const old = (await rowsOf(own)).slice(MOST_REMEMBERED)
  if (old.length === 0) return
  await own.payload.delete({
    collection,
    overrideAccess: true,
    where: { id: { in: old.map(({ id }) => id) } },
  })
}

/** Notes that a member has opened a briefing: one row a briefing, with the last time. Safe to repeat. */
export async function noteRead({
  briefingId,
  now,
  ...own
}: OneArgs & { readonly now: Date }): Promise<void> {
  const { payload, memberId } = own
  const readAt = now.toISOString()
  if (await writeOnce(payload, collection, { memberId, briefingId, readAt })) {
    await forgetOldest(own)
    return
  }
  await throughConflicts(() =>
    payload.update({
      collection,
      overrideAccess: true,
      where: { and: [{ memberId: { equals: memberId } }, { briefingId: { equals: briefingId } }] },
      data: { readAt },
    }),
  )
}

export async function forgetRead({ payload, memberId, briefingId }: OneArgs): Promise<void> {
  await payload.delete({
    collection,
    overrideAccess: true,
    where: { and: [{ memberId: { equals: memberId } }, { briefingId: { equals: briefingId } }] },
  })
}

/** Forgets all that a member has read. */
export async function clearHistory({ payload, memberId }: Own): Promise<void> {
  await payload.delete({
    collection,
    overrideAccess: true,
    where: { memberId: { equals: memberId } },
  })
}

type ReadArgs = Own & { readonly viewer: Viewer; readonly now: Date }

/** The last twenty briefings a member opened and may still know of, the latest first. */
export async function recentlyRead({
  viewer,
  now,
  ...own
}: ReadArgs): Promise<readonly PublicBriefing[]> {
  const ids = (await rowsOf(own)).map(({ briefingId }) => briefingId)
  const known = await readHits(own.payload, viewer, ids, now)
  return ids.flatMap((id) => known.get(id) ?? []).slice(0, RECENT)
}
