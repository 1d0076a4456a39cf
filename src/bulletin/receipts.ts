import type { Payload } from 'payload'
import { type ItemReference, itemsOfBody, readBody } from './carried-items'
import type { DeliveryStore } from './delivery-store'
import { everyRow } from './every-row'
import { itemKey } from './items'
import { writeOnce } from '@/lib/write-once'

type Told = { readonly memberId: string; readonly issueKey: string }

const collection = 'bulletin-receipts'

/** Keys of every edition a member has been told of. */
export async function toldTo(payload: Payload, memberId: string): Promise<Set<string>> {
  const { docs } = await payload.db.find<ItemReference & { id: string }>({
    collection,
    where: { memberId: { equals: memberId } },
    pagination: false,
    limit: 0,
  })
  return new Set(docs.map(itemKey))
}

/** Notes that a member has been told of these items. Safe to repeat. */
export async function writeReceipts(
  payload: Payload,
  { memberId, issueKey }: Told,
  items: readonly ItemReference[],
): Promise<void> {
  for (const { briefingId, edition } of items) {
    await writeOnce(payload, collection, { memberId, issueKey, briefingId, edition })
  }
}

async function receiptCounts(payload: Payload, issueKey: string): Promise<Map<string, number>> {
  const { docs } = await payload.db.find<{ id: string; memberId: string }>({
    collection,
    where: { issueKey: { equals: issueKey } },
    pagination: false,
    limit: 0,
    select: { memberId: true },
  })
  const counts = new Map<string, number>()
  for (const { memberId } of docs) counts.set(memberId, (counts.get(memberId) ?? 0) + 1)
  return counts
}

/** Writes the receipts a crash left out: every mail that was sent has its items noted. Safe to repeat. */
export async function mendReceipts(
  payload: Payload,
  store: DeliveryStore,
  issueKey: string,
): Promise<void> {
  const counts = await receiptCounts(payload, issueKey)
  const sent = everyRow((after, limit) => store.inState(issueKey, 'sent', after, limit))
  for await (const { memberId, itemSetHash } of sent) {
    const body = itemSetHash ? await readBody(payload, issueKey, itemSetHash) : null
    const items = body ? itemsOfBody(body) : []
    if ((counts.get(memberId) ?? 0) >= items.length) continue
    await writeReceipts(payload, { memberId, issueKey }, items)
  }
}
