import type { Payload, Where } from 'payload'
import type { BulletinDelivery } from '@/payload-types'
import {
  DELIVERY_STATES,
  type DeliveryCondition,
  type DeliveryCounts,
  type DeliveryStore,
  type Told,
} from '../delivery-store'
import { throughConflicts, writeOnce } from '@/lib/write-once'

const collection = 'bulletin-deliveries'

const equals = (field: string, value: string | number): Where => ({ [field]: { equals: value } })

const isDue = (now: Date): Where => ({
  or: [
    { nextAttemptAt: { exists: false } },
    { nextAttemptAt: { less_than_equal: now.toISOString() } },
  ],
})

const holds = (id: string, { state, fence }: DeliveryCondition): Where => ({
  and: [
    equals('id', id),
    equals('state', state),
    ...(fence === undefined ? [] : [equals('fence', fence)]),
  ],
})

const receipts = 'bulletin-receipts'

const isReceiptOf = ({ memberId, items }: Told): Where => ({
  and: [
    equals('memberId', memberId),
    {
      or: items.map(({ briefingId, edition }) => ({
        and: [equals('briefingId', briefingId), equals('edition', edition)],
      })),
    },
  ],
})

/**
 * The ledger in either database, through Payload's database layer.
 *
 * `options.atomic` makes a conditional update one statement on both (docs/decisions/005-delivery-ledger.md).
 */
export function payloadDeliveryStore(payload: Payload): DeliveryStore {
  const find = async (and: Where[], limit: number): Promise<BulletinDelivery[]> => {
    const { docs } = await payload.db.find<BulletinDelivery>({
      collection,
      where: { and },
      sort: 'key',
      limit,
      pagination: false,
    })
    return docs
  }

  const setIf = async (where: Where, data: Record<string, unknown>): Promise<boolean> => {
    const row: unknown = await throughConflicts(() =>
      payload.db.updateOne({ collection, where, data, options: { atomic: true } }),
    )
    return row !== null
  }

  const countOf = async (issueKey: string, state: string): Promise<number> => {
    const where = { and: [equals('issueKey', issueKey), equals('state', state)] }
    return (await payload.db.count({ collection, where })).totalDocs
  }

  const tell = async ({ items, ...told }: Told): Promise<void> => {
    for (const { briefingId, edition } of items) {
      await writeOnce(payload, receipts, { ...told, briefingId, edition })
    }
  }

  return {
    add: (delivery) => writeOnce(payload, collection, { ...delivery, attempts: 0, fence: 0 }),
    enrolled: async (issueKey) => {
      const { docs } = await payload.db.find<{ id: string; memberId: string }>({
        collection,
        where: equals('issueKey', issueKey),
        pagination: false,
        limit: 0,
        select: { memberId: true },
      })
      return new Set(docs.map(({ memberId }) => memberId))
    },
    due: (issueKey, now, after, limit) =>
      find(
        [
          equals('issueKey', issueKey),
          equals('state', 'pending'),
          { key: { greater_than: after } },
          isDue(now),
        ],
        limit,
      ),
    inState: (issueKey, state, after, limit) =>
      find(
        [equals('issueKey', issueKey), equals('state', state), { key: { greater_than: after } }],
        limit,
      ),
    ofMember: (memberId, state) => find([equals('memberId', memberId), equals('state', state)], 0),
    claim: ({ id, attempts }, fence, now) =>
      setIf(holds(id, { state: 'pending' }), {
        state: 'sending',
        fence,
        attempts: attempts + 1,
        sendingAt: now.toISOString(),
      }),
    change: (id, condition, change) => setIf(holds(id, condition), change),
    keepsOrder: false,
    record: async (id, condition, change, told) => {
      const changed = await setIf(holds(id, condition), change)
      if (changed && told) await tell(told)
      return changed
    },
    tell,
    hasTold: async (told) => {
      if (told.items.length === 0) return true
      const where = isReceiptOf(told)
      return (
        (await payload.db.count({ collection: receipts, where })).totalDocs === told.items.length
      )
    },
    counts: async (issueKey) =>
      Object.fromEntries(
        await Promise.all(
          DELIVERY_STATES.map(async (state) => [state, await countOf(issueKey, state)] as const),
        ),
      ) as DeliveryCounts,
  }
}
