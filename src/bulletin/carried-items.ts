import type { Payload } from 'payload'
import type { BulletinBody, BulletinDelivery } from '@/payload-types'
import { type AnnouncedItem, itemKey, itemsOfBriefings } from './items'
import { stillPublic } from './still-public'

export const CARRIED_FOR_DAYS = 35
const DAY = 24 * 60 * 60 * 1000

export type ItemReference = Pick<AnnouncedItem, 'briefingId' | 'edition'>

export const itemsOfBody = ({ items }: Pick<BulletinBody, 'items'>): ItemReference[] =>
  items as unknown as ItemReference[]

const carriedSince = (now: Date): string =>
  new Date(now.getTime() - CARRIED_FOR_DAYS * DAY).toISOString()

/** Bodies are kept by issue and set of items. */
export async function readBody(
  payload: Payload,
  issueKey: string,
  itemSetHash: string,
): Promise<BulletinBody | null> {
  return payload.db.findOne<BulletinBody>({
    collection: 'bulletin-bodies',
    where: { and: [{ issueKey: { equals: issueKey } }, { itemSetHash: { equals: itemSetHash } }] },
  })
}

/** Mails that were owed and whose arrival nobody can vouch for. */
async function unvouched(payload: Payload, memberId: string, now: Date) {
  const { docs } = await payload.db.find<BulletinDelivery>({
    collection: 'bulletin-deliveries',
    where: {
      and: [
        { memberId: { equals: memberId } },
        { state: { in: ['uncertain', 'expired', 'suppressed'] } },
        { itemSetHash: { exists: true } },
        { doneAt: { greater_than: carriedSince(now) } },
      ],
    },
    sort: 'key',
    pagination: false,
    limit: 0,
  })
  return docs
}

/**
 * What earlier issues meant to tell a member and, as far as anybody knows, did not.
 *
 * Uncertain mail is never sent again by itself: its briefings are named once more in the next issue instead.
 */
export async function carriedItems(
  payload: Payload,
  memberId: string,
  issueKey: string,
  now: Date,
): Promise<AnnouncedItem[]> {
  const wanted = new Set<string>()
  const briefingIds = new Set<string>()
  for (const delivery of await unvouched(payload, memberId, now)) {
    if (delivery.issueKey === issueKey || !delivery.itemSetHash) continue
    const body = await readBody(payload, delivery.issueKey, delivery.itemSetHash)
    for (const item of body ? itemsOfBody(body) : []) {
      wanted.add(itemKey(item))
      briefingIds.add(item.briefingId)
    }
  }
  if (wanted.size === 0) return []
  const items = await itemsOfBriefings(payload, [...briefingIds])
  return stillPublic(
    payload,
    items.filter((item) => wanted.has(itemKey(item))),
    now,
  )
}

/** True if any member may have something carried over, so that an issue without items is still worth making. */
export async function hasCarriedItems(payload: Payload, now: Date): Promise<boolean> {
  const { totalDocs } = await payload.db.count({
    collection: 'bulletin-deliveries',
    where: {
      and: [
        { state: { in: ['uncertain', 'expired'] } },
        { itemSetHash: { exists: true } },
        { doneAt: { greater_than: carriedSince(now) } },
      ],
    },
  })
  return totalDocs > 0
}
