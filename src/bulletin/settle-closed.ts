import type { Payload } from 'payload'
import type { BulletinIssue } from '@/payload-types'
import { deliveryStoreOf } from './adapters/by-database'
import { dropPending } from './drop-pending'
import { takeLease } from './issue-lease'
import { changeIssue, newestClosedIssues } from './issues'
import { mendReceipts } from './receipts'
import { endedCounts, markStranded } from './settle-issue'

/** A sender that outlives more issues than these is none. */
const LOOKED_AT = 8

type SettleClosedArgs = { readonly payload: Payload; readonly clock: () => Date }

/** Whether something was under way when a person closed the issue: its lease was not given up, or a row has no end. */
async function isUnsettled(payload: Payload, { key, owner }: BulletinIssue): Promise<boolean> {
  if (owner) return true
  const store = deliveryStoreOf(payload)
  const sending = await store.inState(key, 'sending', '', 1)
  return sending.length > 0 || (await store.inState(key, 'pending', '', 1)).length > 0
}

async function settleOne({ payload, clock }: SettleClosedArgs, issue: BulletinIssue) {
  const lease = await takeLease({ payload, clock, issueKey: issue.key })
  if (!lease) return
  try {
    const store = deliveryStoreOf(payload)
    const now = clock()
    await markStranded({ store, issue, fence: lease.fence, now })
    await dropPending(
      { payload, issueKey: issue.key, now },
      issue.state as 'cancelled' | 'finished',
    )
    await mendReceipts(payload, store, issue.key)
    const asItStands = { state: { equals: issue.state } }
    await changeIssue(payload, issue.key, asItStands, endedCounts(await store.counts(issue.key)))
  } finally {
    await lease.release()
  }
}

/**
 * Brings to their end the rows of issues that a person cancelled or took as sent while mail was on its way and its sender
 * died: what was at the gate is uncertain, what was put off is left out, and receipts of what was sent are written.
 *
 * An issue whose sender lives is left to it. Cheap where there is nothing to do. Safe to repeat.
 */
export async function settleClosed(args: SettleClosedArgs): Promise<void> {
  for (const issue of await newestClosedIssues(args.payload, LOOKED_AT)) {
    if (await isUnsettled(args.payload, issue)) await settleOne(args, issue)
  }
}
