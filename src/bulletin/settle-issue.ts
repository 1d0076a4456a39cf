import type { Payload } from 'payload'
import { theService } from '@/access/record/audit-entry'
import { keepRecord } from '@/access/record/keep-record'
import type { BulletinIssue } from '@/payload-types'
import { type DeliveryCounts, type DeliveryStore, TERMINAL_STATES } from './delivery-store'
import { everyRow } from './every-row'
import { changeIssue } from './issues'
import { heedRefusals } from './heed-refusals'
import { accountedIn, isBalanced } from './issue-balance'
import { mendReceipts } from './receipts'

type SettleArgs = {
  readonly payload: Payload
  readonly store: DeliveryStore
  readonly issue: BulletinIssue
  readonly now: Date
}

export type Settled =
  | { readonly kind: 'finished' }
  /** Rows are waiting, or the issue no longer stands as `sending`. */
  | { readonly kind: 'waiting' }
  /** The ledger holds other rows than were enrolled: a person must look before the issue may be called finished. */
  | { readonly kind: 'miscounted'; readonly candidates: number; readonly accounted: number }

/** Rows a holder before this one left at the gate. Nobody can know whether the server has their mail. */
export async function markStranded({
  store,
  issue,
  fence,
  now,
}: Omit<SettleArgs, 'payload'> & { readonly fence: number }): Promise<number> {
  let stranded = 0
  const sending = everyRow((after, limit) => store.inState(issue.key, 'sending', after, limit))
  for await (const row of sending) {
    if (row.fence >= fence) continue
    const changed = await store.change(
      row.id,
      { state: 'sending', fence: row.fence },
      { state: 'uncertain', reason: 'the sender stopped at the gate', doneAt: now.toISOString() },
    )
    if (changed) stranded += 1
  }
  return stranded
}

/** How many rows ended how, for the issue's own record. */
export const endedCounts = (counts: DeliveryCounts): Partial<BulletinIssue> =>
  Object.fromEntries(TERMINAL_STATES.map((state) => [state, counts[state]]))

/**
 * Closes an issue when every row has come to its end and there are as many as were enrolled, and adds up its ledger.
 *
 * Receipts that a crash left out are written first, and addresses that are gone are stopped. Safe to repeat.
 */
export async function settleIssue(args: SettleArgs): Promise<Settled> {
  const { payload, store, issue, now } = args
  const counts = await store.counts(issue.key)
  if (counts.pending + counts.sending > 0) return { kind: 'waiting' }
  await mendReceipts(payload, store, issue.key)
  await heedRefusals(payload, store, issue.key, now)
  const accounted = accountedIn(counts)
  const candidates = issue.candidates ?? accounted
  if (!isBalanced(issue, counts)) return { kind: 'miscounted', candidates, accounted }
  const finished = await changeIssue(
    payload,
    issue.key,
    { state: { equals: 'sending' } },
    { ...endedCounts(counts), candidates, state: 'finished', finishedAt: now.toISOString() },
  )
  if (!finished) return { kind: 'waiting' }
  await keepRecord(payload, {
    act: 'bulletin-sent',
    by: theService,
    on: { kind: 'bulletin-issues', id: issue.key },
    details: `${counts.sent} sent of ${candidates}`,
    now,
  })
  return { kind: 'finished' }
}
