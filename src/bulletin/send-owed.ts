import type { Payload } from 'payload'
import type { Settings } from '@/config/settings'
import type { Mailer } from '@/mail/mailer'
import { waitsForApproval } from './approve-issue'
import { comingItems } from './coming-items'
import type { FindsAmong } from './issue-news'
import { CLOSED_STATES, issueByKey } from './issues'
import { openIssue } from './open-issue'
import { runIssue, type RunOutcome } from './run-issue'

type SendOwedArgs = {
  readonly payload: Payload
  readonly settings: Settings
  readonly mailer: Mailer
  /** Readers' saved searches. */
  readonly findsAmong: FindsAmong
  readonly clock: () => Date
  /** The issue to send; the open one if left out. */
  readonly issueKey?: string
  /** Sends a planned issue before its slot, which is then spent. */
  readonly isEarly: boolean
  readonly onProgress?: (handled: number) => void
  /** Aborted when this process is to end. */
  readonly stop?: AbortSignal
}

export type SendOwedOutcome =
  | { readonly kind: 'nothing-owed' }
  | { readonly kind: 'no-such-issue' }
  | { readonly kind: 'not-approved'; readonly issueKey: string }
  | { readonly kind: 'ran'; readonly issueKey: string; readonly outcome: RunOutcome }

/** Sends what is due, at a person's word. An issue with nothing in it is not spent early. Safe to repeat. */
export async function sendOwed(args: SendOwedArgs): Promise<SendOwedOutcome> {
  const { payload, settings, clock, isEarly } = args
  const now = clock()
  const issue = args.issueKey
    ? await issueByKey(payload, args.issueKey)
    : await openIssue({ payload, settings, now })
  if (!issue) return { kind: 'no-such-issue' }
  if (CLOSED_STATES.some((state) => state === issue.state)) return { kind: 'nothing-owed' }

  if (issue.state === 'planned' && new Date(issue.slotAt) > now) {
    const isWorthSending = isEarly && (await comingItems(payload, issue, now)).length > 0
    if (!isWorthSending) return { kind: 'nothing-owed' }
  }
  if (waitsForApproval(settings, issue)) return { kind: 'not-approved', issueKey: issue.key }
  const outcome = await runIssue({ ...args, issueKey: issue.key, isAsked: true })
  return { kind: 'ran', issueKey: issue.key, outcome }
}
