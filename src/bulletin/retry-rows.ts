import type { Payload } from 'payload'
import { deliveryStoreOf } from './adapters/by-database'
import { everyRow } from './every-row'
import { takeLease } from './issue-lease'
import { issueByKey, type IssueState } from './issues'
import { decide, type Decision } from './steer-issue'

/** What may be put back in line: mail of which nobody knows, or mail that a server refused for good. */
export type Retriable = 'uncertain' | 'failed'

type RetryArgs = {
  readonly payload: Payload
  readonly issueKey: string
  readonly which: Retriable
  /** Who decided it, for the record. */
  readonly decidedBy: string
  /** The person's own words, kept with the decision. */
  readonly why?: string
  readonly clock: () => Date
}

export type RetryOutcome =
  /** So many rows are waiting again. */
  | { readonly kind: 'done'; readonly rows: number }
  | { readonly kind: 'no-such-issue' }
  /** Another process works on the issue just now. */
  | { readonly kind: 'busy' }
  /** The issue stands in a state from which nothing is sent. */
  | { readonly kind: 'not-now'; readonly state: IssueState }

const FROM: readonly IssueState[] = ['sending', 'paused', 'finished']

const WHAT: Record<Retriable, Decision['what']> = {
  uncertain: 'uncertain mail tried again',
  failed: 'failed mail tried again',
}

async function putBack({ payload, issueKey, which, decidedBy, clock }: RetryArgs): Promise<number> {
  const store = deliveryStoreOf(payload)
  const reason = `sent again at the word of ${decidedBy}, ${clock().toISOString()}`
  const again = {
    state: 'pending',
    reason,
    attempts: 0,
    nextAttemptAt: null,
    doneAt: null,
  } as const
  let rows = 0
  const found = everyRow((after, limit) => store.inState(issueKey, which, after, limit))
  for await (const { id, address } of found) {
    if (!(await store.change(id, { state: which }, again))) continue
    rows += 1
    payload.logger.warn(`Bulletin ${issueKey} to ${address}: ${reason}`)
  }
  return rows
}

/** The issue first: rows that wait in one that is closed would be left out. */
async function reopen(args: RetryArgs, count: number) {
  const { payload, issueKey, which, decidedBy: by, clock } = args
  const why = [`${count} ${which}`, ...(args.why ? [args.why] : [])].join(': ')
  return decide({ payload, issueKey, by, why, now: clock() }, WHAT[which], FROM, ({ state }) => ({
    state: state === 'finished' ? 'sending' : state,
    alertedAt: null,
  }))
}

/**
 * Puts an issue's uncertain or failed mail back in line, at a person's word alone: some may get uncertain mail twice.
 *
 * A finished issue is opened again; the worker sends it beside the next one. It is done under the issue's lease, so that
 * no run closes the issue meanwhile. Written on the issue, to the log and to each row. Safe to repeat, and after a crash.
 */
export async function retryRows(args: RetryArgs): Promise<RetryOutcome> {
  const { payload, issueKey, which, clock } = args
  if (!(await issueByKey(payload, issueKey))) return { kind: 'no-such-issue' }
  const lease = await takeLease({ payload, issueKey, clock })
  if (!lease) return { kind: 'busy' }
  try {
    const counts = await deliveryStoreOf(payload).counts(issueKey)
    if (counts[which] === 0) return { kind: 'done', rows: 0 }
    const outcome = await reopen(args, counts[which])
    return outcome.kind === 'done' ? { kind: 'done', rows: await putBack(args) } : outcome
  } finally {
    await lease.release()
  }
}
