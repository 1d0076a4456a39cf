import type { Payload } from 'payload'
import { type ItemReference, itemsOfBody, readBody } from './carried-items'
import type { DeliveryStore } from './delivery-store'
import { everyRow } from './every-row'
import { itemKey } from './items'

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

async function readItems(payload: Payload, issueKey: string, hash: string) {
  const body = await readBody(payload, issueKey, hash)
  return body ? itemsOfBody(body) : []
}

/** Writes the receipts a crash left out: every mail that was sent has its items noted. Safe to repeat. */
export async function mendReceipts(
  payload: Payload,
  store: DeliveryStore,
  issueKey: string,
): Promise<void> {
  const bodies = new Map<string, Promise<readonly ItemReference[]>>()
  const itemsOf = (hash: string) => {
    const items = bodies.get(hash) ?? readItems(payload, issueKey, hash)
    bodies.set(hash, items)
    return items
  }
  const sent = everyRow((after, limit) => store.inState(issueKey, 'sent', after, limit))
  for await (const { memberId, itemSetHash } of sent) {
    const told = { memberId, issueKey, items: await itemsOf(itemSetHash ?? '') }
    if (!(await store.hasTold(told))) await store.tell(told)
  }
}
