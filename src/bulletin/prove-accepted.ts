import type { Payload } from 'payload'
import type { BulletinDelivery, BulletinIssue } from '@/payload-types'
import { deliveryStoreOf } from './adapters/by-database'
import { CARRIED_FOR_DAYS, itemsOfBody, readBody } from './carried-items'
import { type DeliveryStore, TERMINAL_STATES } from './delivery-store'
import { everyRow } from './every-row'
import { changeIssue, issueByKey } from './issues'

type ProofArgs = {
  readonly payload: Payload
  readonly delivery: BulletinDelivery
  readonly now: Date
}

const LOOKS_BACK = CARRIED_FOR_DAYS * 24 * 60 * 60 * 1000

const REASON = 'the mail server had it: something came back'

/** Whether the row is `sent` after this. One that waits to be tried again must not be: they have it. */
async function markSent(
  store: DeliveryStore,
  { delivery, now }: Omit<ProofArgs, 'payload'>,
): Promise<boolean> {
  if (delivery.state === 'sent') return true
  const isOpen =
    delivery.state === 'uncertain' || (delivery.state === 'pending' && delivery.attempts > 0)
  if (!isOpen) return false
  const doneAt = delivery.doneAt ?? now.toISOString()
  return store.change(
    delivery.id,
    { state: delivery.state },
    { state: 'sent', reason: REASON, doneAt },
  )
}

/** The sums of a closed issue, once more: they were made when the row was still uncertain. */
async function addUpAgain(payload: Payload, store: DeliveryStore, issueKey: string): Promise<void> {
  const issue = await issueByKey(payload, issueKey)
  if (issue?.state !== 'finished' || !issue.uncertain) return
  const counts = await store.counts(issueKey)
  const ended = Object.fromEntries(TERMINAL_STATES.map((state) => [state, counts[state]]))
  await changeIssue(payload, issueKey, { state: { equals: 'finished' } }, ended)
}

/**
 * Takes what came back for a delivery as proof that the mail server had accepted it: whoever knows its token has its mail.
 *
 * An `uncertain` row becomes `sent`, with the receipts a sent mail has. Safe to repeat, and after a crash in between.
 */
export async function proveAccepted({ payload, delivery, now }: ProofArgs): Promise<void> {
  const store = deliveryStoreOf(payload)
  if (!(await markSent(store, { delivery, now }))) return
  const { memberId, issueKey, itemSetHash } = delivery
  const body = itemSetHash ? await readBody(payload, issueKey, itemSetHash) : null
  if (body) await store.tell({ memberId, issueKey, items: itemsOfBody(body) })
  await addUpAgain(payload, store, issueKey)
}

/** Rows that became uncertain after their proof had come: the news was quicker than the sender's end. Safe to repeat. */
export async function proveFromKept(payload: Payload, now: Date): Promise<void> {
  for (const issueKey of await issueKeysSince(payload, new Date(now.getTime() - LOOKS_BACK))) {
    const store = deliveryStoreOf(payload)
    const rows = everyRow((after, limit) => store.inState(issueKey, 'uncertain', after, limit))
    for await (const delivery of rows) {
      const where = { deliveryKey: { equals: delivery.key } }
      const { totalDocs } = await payload.db.count({ collection: 'inbound-mail', where })
      if (totalDocs > 0) await proveAccepted({ payload, delivery, now })
    }
  }
}

async function issueKeysSince(payload: Payload, since: Date): Promise<string[]> {
  const { docs } = await payload.db.find<BulletinIssue>({
    collection: 'bulletin-issues',
    where: { slotAt: { greater_than: since.toISOString() } },
    pagination: false,
    limit: 0,
  })
  return docs.map(({ key }) => key)
}
