import { setImmediate } from 'node:timers/promises'
import type { Payload } from 'payload'

/** For how long the proof of a consent outlives the subscription: as long as it may have to be shown. */
export const CONSENT_KEPT_YEARS = 6

const A_FEW = 200

function yearsBefore(now: Date, years: number): Date {
  const then = new Date(now)
  then.setUTCFullYear(then.getUTCFullYear() - years)
  return then
}

/** Everybody with a proof from before `since`. */
async function membersBefore(payload: Payload, since: Date): Promise<string[]> {
  const ids: string[] = []
  for (let page = 1, hasNextPage = true; hasNextPage; page += 1) {
    const found = await payload.findDistinct({
      collection: 'consent-events',
      field: 'memberId',
      overrideAccess: true,
      where: { at: { less_than: since.toISOString() } },
      sort: 'memberId',
      limit: A_FEW,
      page,
    })
    ids.push(...found.values.map(({ memberId }) => memberId))
    hasNextPage = found.hasNextPage
    await setImmediate()
  }
  return ids
}

/** Those of the members whose proofs are still needed: they are on the list, or have chosen something since. */
async function stillNeeded(
  payload: Payload,
  memberIds: readonly string[],
  since: Date,
): Promise<ReadonlySet<string>> {
  const all = { depth: 0, pagination: false } as const
  const subscribed = await payload.find({
    ...all,
    collection: 'subscriptions',
    overrideAccess: true,
    where: {
      and: [{ member: { in: [...memberIds] } }, { status: { not_equals: 'unsubscribed' } }],
    },
    select: { member: true },
  })
  const recent = await payload.find({
    ...all,
    collection: 'consent-events',
    overrideAccess: true,
    where: {
      and: [
        { memberId: { in: [...memberIds] } },
        { at: { greater_than_equal: since.toISOString() } },
      ],
    },
    select: { memberId: true },
  })
  return new Set([
    ...subscribed.docs.map(({ member }) => (typeof member === 'object' ? member.id : member)),
    ...recent.docs.map(({ memberId }) => memberId),
  ])
}

/**
 * Deletes the proofs of those who are subscribed no longer and have changed nothing for six years. All of a member's
 * go together: a history with a hole proves nothing. Safe to repeat. @returns whose were deleted, in number.
 */
export async function forgetConsents(payload: Payload, now: Date): Promise<number> {
  const since = yearsBefore(now, CONSENT_KEPT_YEARS)
  const old = await membersBefore(payload, since)
  let forgotten = 0
  while (old.length > 0) {
    const some = old.splice(0, A_FEW)
    const needed = await stillNeeded(payload, some, since)
    const gone = some.filter((id) => !needed.has(id))
    forgotten += gone.length
    if (gone.length > 0) {
      await payload.db.deleteMany({
        collection: 'consent-events',
        where: { memberId: { in: gone } },
      })
    }
    await setImmediate()
  }
  return forgotten
}
