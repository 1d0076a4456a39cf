import { setImmediate } from 'node:timers/promises'
import type { Payload, Where } from 'payload'
import type { ConsentEvent, Subscription } from '@/payload-types'

const DAY = 24 * 60 * 60 * 1000

/** For how long the ledger keeps the address of somebody who has left. */
export const ADDRESSES_KEPT_DAYS = 28

const PAGE = 200

const LEFT: ConsentEvent['action'][] = ['unsubscribed', 'one-click-unsubscribed']

const idOf = ({ member }: Subscription): string => (typeof member === 'object' ? member.id : member)

/** Those of the members who left, or left anew, after `since`. */
async function leftSince(
  payload: Payload,
  memberIds: readonly string[],
  since: Date,
): Promise<ReadonlySet<string>> {
  const { docs } = await payload.find({
    collection: 'consent-events',
    overrideAccess: true,
    depth: 0,
    pagination: false,
    where: {
      and: [
        { memberId: { in: [...memberIds] } },
        { action: { in: LEFT } },
        { at: { greater_than: since.toISOString() } },
      ],
    },
    select: { memberId: true },
  })
  return new Set(docs.map(({ memberId }) => memberId))
}

/** Empties the addresses in these members' rows of the ledger. What the address was is kept as a keyed hash alone. */
export async function emptyAddresses(
  payload: Payload,
  memberIds: readonly string[],
): Promise<number> {
  if (memberIds.length === 0) return 0
  const where: Where = {
    and: [{ memberId: { in: [...memberIds] } }, { address: { not_equals: '' } }],
  }
  const { totalDocs } = await payload.db.count({ collection: 'bulletin-deliveries', where })
  if (totalDocs > 0) {
    await payload.db.updateMany({
      collection: 'bulletin-deliveries',
      where,
      data: { address: '' },
      returning: false,
    })
  }
  return totalDocs
}

/**
 * Empties, in the ledger, the addresses of those who left the Bulletin 28 days ago and have not come back. The row and
 * its hash stay: they keep one address from two mails. Safe to repeat. @returns how many rows were emptied.
 */
export async function forgetAddresses(payload: Payload, now: Date): Promise<number> {
  const since = new Date(now.getTime() - ADDRESSES_KEPT_DAYS * DAY)
  let emptied = 0
  for (let page = 1, hasNextPage = true; hasNextPage; page += 1) {
    const found = await payload.find({
      collection: 'subscriptions',
      overrideAccess: true,
      depth: 0,
      sort: 'id',
      where: { status: { equals: 'unsubscribed' } },
      limit: PAGE,
      page,
    })
    const gone = found.docs.map(idOf)
    const recently = await leftSince(payload, gone, since)
    emptied += await emptyAddresses(
      payload,
      gone.filter((id) => !recently.has(id)),
    )
    hasNextPage = found.hasNextPage
    await setImmediate()
  }
  return emptied
}
