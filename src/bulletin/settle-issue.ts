import type { Payload } from 'payload'
import type { BulletinIssue } from '@/payload-types'
import { type DeliveryStore, TERMINAL_STATES } from './delivery-store'
import { everyRow } from './every-row'
import { changeIssue } from './issues'
import { mendReceipts } from './receipts'

const HOUR = 60 * 60 * 1000
const SENT_WITHIN = 48 * HOUR

type SettleArgs = {
  readonly payload: Payload
  readonly store: DeliveryStore
  readonly issue: BulletinIssue
  readonly fence: number
  readonly now: Date
}

/** Rows a holder before this one left at the gate. Nobody can know whether the server has their mail. */
export async function markStranded({ store, issue, fence, now }: SettleArgs): Promise<number> {
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

/** After two days news is no news: rows still waiting expire, and their items are carried over. */
async function expireLate({ store, issue, now }: SettleArgs): Promise<void> {
  const began = new Date(issue.frozenAt ?? issue.slotAt).getTime()
  if (now.getTime() - began < SENT_WITHIN) return
  const pending = everyRow((after, limit) => store.inState(issue.key, 'pending', after, limit))
  for await (const { id } of pending) {
    const doneAt = now.toISOString()
    await store.change(id, { state: 'pending' }, { state: 'expired', reason: 'too late', doneAt })
  }
}

/**
 * Closes an issue when every row has come to its end, and adds up its ledger.
 *
 * Receipts that a crash left out are written first. @returns whether the issue is finished.
 */
export async function settleIssue(args: SettleArgs): Promise<boolean> {
  const { payload, store, issue, now } = args
  await expireLate(args)
  const counts = await store.counts(issue.key)
  if (counts.pending + counts.sending > 0) return false
  await mendReceipts(payload, store, issue.key)
  const ended = Object.fromEntries(TERMINAL_STATES.map((state) => [state, counts[state]]))
  const candidates = TERMINAL_STATES.reduce((sum, state) => sum + counts[state], 0)
  const finished = await changeIssue(
    payload,
    issue.key,
    { state: { equals: 'sending' } },
    { ...ended, candidates, state: 'finished', finishedAt: now.toISOString() },
  )
  return finished !== null
}
