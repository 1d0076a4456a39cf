import type { Payload } from 'payload'
import { issueByKey, type IssueState } from './issues'
import { type Retriable, retryRows } from './retry-rows'

type SendAgainArgs = {
  readonly payload: Payload
  readonly issueKey: string
  readonly which: Retriable
  readonly by: string
  readonly why: string
  /** How many the person saw and said yes to. */
  readonly seen: number
  readonly now: Date
}

export type SendAgainOutcome =
  | { readonly kind: 'done'; readonly count: number }
  | { readonly kind: 'no-such-issue' }
  /** There are more than the person said yes to. */
  | { readonly kind: 'more-than-seen'; readonly count: number }
  | { readonly kind: 'nothing-left' }
  /** Another process works on the issue just now. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'not-now'; readonly state: IssueState }

/**
 * Puts the uncertain or the failed mails of an issue in line again, at the word of a person who saw how many there are.
 *
 * Of the uncertain some may get it twice. Safe to repeat: then there is nothing left to put in line.
 */
export async function sendAgain(args: SendAgainArgs): Promise<SendAgainOutcome> {
  const { payload, issueKey, which, by, why, seen, now } = args
  if (!(await issueByKey(payload, issueKey))) return { kind: 'no-such-issue' }
  const { totalDocs } = await payload.db.count({
    collection: 'bulletin-deliveries',
    where: { and: [{ issueKey: { equals: issueKey } }, { state: { equals: which } }] },
  })
  if (totalDocs > seen) return { kind: 'more-than-seen', count: totalDocs }
  const outcome = await retryRows({
    payload,
    issueKey,
    which,
    decidedBy: by,
    why,
    clock: () => now,
  })
  if (outcome.kind !== 'done') return outcome
  return outcome.rows === 0 ? { kind: 'nothing-left' } : { kind: 'done', count: outcome.rows }
}
