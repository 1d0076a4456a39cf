import type { Payload } from 'payload'
import type { Actor } from '@/access/record/audit-entry'
import type { BulletinIssue } from '@/payload-types'
import { recordDecision } from './record-decision'
import { dropPending } from './drop-pending'
import { changeIssue, issueByKey, type IssueState } from './issues'
import { releaseCancelled } from './release-cancelled'

/** What somebody, or the service itself, decided about an issue. `at` is ISO. */
export type Decision = {
  readonly what:
    | 'paused'
    | 'resumed'
    | 'cancelled'
    | 'taken as sent'
    | 'edited'
    | 'approved'
    | 'uncertain mail tried again'
    | 'failed mail tried again'
  readonly by: string
  readonly at: string
  readonly why: string
}

export type SteerArgs = {
  readonly payload: Payload
  readonly issueKey: string
  /** Who decided it, for the record: a person, or `the service`. */
  readonly by: string
  readonly why: string
  readonly now: Date
  /** The same by id, where it is a person whom the service knows. */
  readonly actor?: Actor | undefined
}

export type SteerOutcome =
  | { readonly kind: 'done'; readonly issue: BulletinIssue }
  | { readonly kind: 'no-such-issue' }
  /** The issue stands in a state from which this cannot be done. */
  | { readonly kind: 'not-now'; readonly state: IssueState }

export const decisionsOf = ({ decisions }: Pick<BulletinIssue, 'decisions'>): Decision[] =>
  Array.isArray(decisions) ? (decisions as Decision[]) : []

const MAY_BE_PAUSED: readonly IssueState[] = ['planned', 'frozen', 'enrolled', 'sending']

/** Moves an issue on if it still stands where it was read, and writes down who decided it. */
export async function decide(
  args: SteerArgs,
  what: Decision['what'],
  from: readonly IssueState[],
  change: (issue: BulletinIssue) => Partial<BulletinIssue>,
): Promise<SteerOutcome> {
  const { payload, issueKey, by, why, now } = args
  const issue = await issueByKey(payload, issueKey)
  if (!issue) return { kind: 'no-such-issue' }
  if (!from.includes(issue.state)) return { kind: 'not-now', state: issue.state }
  const decision: Decision = { what, by, at: now.toISOString(), why }
  const decisions = [...decisionsOf(issue), decision] as unknown as BulletinIssue['decisions']
  const changed = await changeIssue(
    payload,
    issueKey,
    { state: { equals: issue.state } },
    { ...change(issue), decisions },
  )
  if (!changed) return decide(args, what, from, change)
  await recordDecision(args, what, why)
  payload.logger.warn(`Bulletin ${issueKey} ${what} by ${by}: ${why}`)
  return { kind: 'done', issue: changed }
}

/**
 * Holds an issue where it stands. A run under way stops before its next mail; what is at the gate comes to its end.
 * Nothing is lost: rows stay `pending` until the issue is resumed, cancelled or too late. Safe to repeat.
 */
export const pauseIssue = (args: SteerArgs): Promise<SteerOutcome> =>
  decide(args, 'paused', MAY_BE_PAUSED, ({ state }) => ({
    state: 'paused',
    pausedFrom: state,
    pausedReason: args.why,
    alertedAt: null,
  }))

/** Lets a paused issue go on from where it stood. Safe to repeat. */
export const resumeIssue = (args: SteerArgs): Promise<SteerOutcome> =>
  decide(args, 'resumed', ['paused'], ({ pausedFrom }) => ({
    state: MAY_BE_PAUSED.find((state) => state === pausedFrom) ?? 'sending',
    pausedFrom: null,
    pausedReason: null,
    alertedAt: null,
  }))

/**
 * Ends a paused issue without mail. Rows that were waiting are left out for good; one at the gate just then comes to its
 * end by its sender, or by the next tick (`settleClosed`). Safe to repeat.
 */
export async function closeAsSent(args: SteerArgs): Promise<SteerOutcome> {
  const { payload, issueKey, now } = args
  const issue = await issueByKey(payload, issueKey)
  if (issue?.state === 'paused') await dropPending(args, 'finished')
  return decide(args, 'taken as sent', ['paused'], () => ({
    state: 'finished',
    finishedAt: now.toISOString(),
    pausedFrom: null,
    pausedReason: null,
  }))
}

/**
 * Ends an issue for good: nobody else gets it, and its slot is spent. Its items are announced by the next issue to all
 * who have no receipt for them. A row at the gate just then comes to its end by its sender, or by the next tick.
 *
 * Safe to repeat, and after a crash in between.
 */
export async function cancelIssue(args: SteerArgs): Promise<SteerOutcome> {
  const { payload, issueKey, now } = args
  const before = await issueByKey(payload, issueKey)
  const isCancelled = before?.state === 'cancelled'
  const outcome: SteerOutcome = isCancelled
    ? { kind: 'done', issue: before }
    : await decide(args, 'cancelled', [...MAY_BE_PAUSED, 'paused'], () => ({
        state: 'cancelled',
        finishedAt: now.toISOString(),
      }))
  if (outcome.kind !== 'done') return outcome
  await dropPending(args, 'cancelled')
  await releaseCancelled(payload)
  return outcome
}
