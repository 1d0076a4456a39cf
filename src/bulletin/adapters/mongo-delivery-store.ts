import type { Payload } from 'payload'
import { throughConflicts } from '@/lib/write-once'
import type { DeliveryStore, Told } from '../delivery-store'
import { payloadDeliveryStore } from './payload-delivery-store'

/** What the ledger asks of the driver's collections, and no more. */
type Rows = {
  readonly updateOne: (
    filter: object,
    update: object,
    options: object,
  ) => Promise<{ readonly modifiedCount: number }>
  readonly bulkWrite: (operations: readonly object[], options: object) => Promise<unknown>
}

type Models = Readonly<Record<string, { readonly collection: Rows }>>

/** A majority of the servers has it on its disk: no failover takes it back. */
const DURABLE = { writeConcern: { w: 'majority', j: true } } as const

const DUPLICATE_KEY = 11000

const isDuplicate = (fault: unknown): boolean =>
  fault instanceof Error && 'code' in fault && fault.code === DUPLICATE_KEY

const receiptsOf = ({ memberId, issueKey, items }: Told, at: Date): object[] =>
  items.map(({ briefingId, edition }) => ({
    updateOne: {
      filter: { memberId, briefingId, edition },
      update: { $setOnInsert: { issueKey, createdAt: at, updatedAt: at } },
      upsert: true,
    },
  }))

/**
 * The ledger on MongoDB. The gate and the receipts speak to the driver; the rest goes through Payload.
 *
 * The gate's compare-and-set is answered once a majority of the servers has it on its disk.
 */
export function mongoDeliveryStore(payload: Payload): DeliveryStore {
  const { collections } = payload.db as unknown as { collections: Models }
  const rowsOf = (slug: string): Rows => {
    const model = collections[slug]
    if (!model) throw new Error(`The database has no ${slug}`)
    return model.collection
  }
  const deliveries = rowsOf('bulletin-deliveries')
  const receipts = rowsOf('bulletin-receipts')
  const throughPayload = payloadDeliveryStore(payload)

  const tell = async (told: Told): Promise<void> => {
    if (told.items.length === 0) return
    try {
      await throughConflicts(() =>
        receipts.bulkWrite(receiptsOf(told, new Date()), { ordered: false, ...DURABLE }),
      )
    } catch (fault) {
      // Two who write the same receipt at once: one of them did.
      if (!isDuplicate(fault)) throw fault
    }
  }

  return {
    ...throughPayload,
    claim: async ({ key, attempts }, fence, now) => {
      const change = { state: 'sending', fence, attempts: attempts + 1, sendingAt: now }
      const { modifiedCount } = await throughConflicts(() =>
        deliveries.updateOne(
          { key, state: 'pending' },
          { $set: { ...change, updatedAt: new Date() } },
          DURABLE,
        ),
      )
      return modifiedCount === 1
    },
    record: async (id, condition, change, told) => {
      const changed = await throughPayload.change(id, condition, change)
      if (changed && told) await tell(told)
      return changed
    },
    tell,
  }
}
