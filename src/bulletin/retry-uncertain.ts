import type { Payload } from 'payload'
import { payloadDeliveryStore } from './adapters/payload-delivery-store'
import { everyRow } from './every-row'
import { changeIssue, issueByKey } from './issues'

type RetryArgs = {
  readonly payload: Payload
  readonly issueKey: string
  /** Who decided it, for the record. */
  readonly decidedBy: string
  readonly now: Date
}

/**
 * Puts an issue's uncertain mail back in line, at a person's word alone: some may get it twice.
 *
 * Written to the log and to each row. Safe to repeat. @returns how many rows are waiting again.
 */
export async function retryUncertain(args: RetryArgs): Promise<number> {
  const { payload, issueKey, decidedBy, now } = args
  const store = payloadDeliveryStore(payload)
  const reason = `sent again at the word of ${decidedBy}, ${now.toISOString()}`
  if ((await store.counts(issueKey)).uncertain === 0) return 0
  // The issue first: rows that wait in one that is closed would wait for ever.
  await changeIssue(payload, issueKey, { state: { equals: 'finished' } }, { state: 'sending' })
  const issue = await issueByKey(payload, issueKey)
  if (issue?.state !== 'sending' && issue?.state !== 'paused') return 0
  let count = 0
  const uncertain = everyRow((after, limit) => store.inState(issueKey, 'uncertain', after, limit))
  for await (const { id, address } of uncertain) {
    const change = { state: 'pending', reason, nextAttemptAt: null, doneAt: null } as const
    if (!(await store.change(id, { state: 'uncertain' }, change))) continue
    count += 1
    payload.logger.warn(`Bulletin ${issueKey} to ${address}: ${reason}`)
  }
  return count
}
