import type { Payload } from 'payload'
import type { Settings } from '@/config/settings'
import type { Mailer } from '@/mail/mailer'
import type { BulletinIssue } from '@/payload-types'
import type { FindsAmong } from './issue-news'
import { alertMiscount, alertStaff } from './alert-staff'
import { waitsForApproval } from './approve-issue'
import { openIssuesBefore } from './issues'
import { openIssue } from './open-issue'
import { runIssue, type RunOutcome } from './run-issue'
import { settleClosed } from './settle-closed'
import { tellEditors } from './tell-editors'

type TickArgs = {
  readonly payload: Payload
  readonly mailer: Mailer
  readonly settings: Settings
  /** Readers' saved searches. */
  readonly findsAmong: FindsAmong
  readonly now: Date
  /** For what a long run writes down; the moment of the call if left out. */
  readonly clock?: () => Date
  /** Aborted when this process is to end. */
  readonly stop?: AbortSignal
  /** How long mail under way is then waited for, in milliseconds. */
  readonly grace?: number
}

type TickOutcome = RunOutcome | { readonly kind: 'not-due' }

const isDue = ({ state, slotAt }: BulletinIssue, now: Date): boolean =>
  state !== 'paused' && (state !== 'planned' || new Date(slotAt) <= now)

async function runIfDue(args: TickArgs, issue: BulletinIssue): Promise<TickOutcome> {
  const { now, clock = () => new Date() } = args
  if (!isDue(issue, now) || waitsForApproval(args.settings, issue)) {
    await tellEditors({ ...args, issue })
    return { kind: 'not-due' }
  }
  const outcome = await runIssue({ ...args, clock, issueKey: issue.key })
  if (outcome.kind === 'miscounted') await alertMiscount({ ...args, issue }, outcome)
  return outcome
}

/**
 * Does what the Bulletin owes at `now`: opens the next issue, works on it once its slot has come, and brings to their end
 * older ones that a person reopened or closed while mail was on its way.
 *
 * Cheap when nothing is owed. Safe to call at any time, from any number of workers, and again after a crash.
 */
export async function tickBulletin(args: TickArgs): Promise<TickOutcome> {
  const { payload, settings, now, clock = () => new Date() } = args
  const issue = await openIssue({ payload, settings, now })
  await settleClosed({ payload, clock })
  for (const older of await openIssuesBefore(payload, issue)) {
    await alertStaff({ ...args, issue: older })
    await runIfDue(args, older)
  }
  await alertStaff({ ...args, issue })
  return runIfDue(args, issue)
}
