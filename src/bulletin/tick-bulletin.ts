import type { Payload } from 'payload'
import type { Settings } from '@/config/settings'
import type { Mailer } from '@/mail/mailer'
import type { FindsAmong } from './issue-news'
import { alertStaff } from './alert-staff'
import { openIssue } from './open-issue'
import { runIssue, type RunOutcome } from './run-issue'

type TickArgs = {
  readonly payload: Payload
  readonly mailer: Mailer
  readonly settings: Settings
  /** Readers' saved searches. */
  readonly findsAmong: FindsAmong
  readonly now: Date
  /** For what a long run writes down; the moment of the call if left out. */
  readonly clock?: () => Date
}

/**
 * Does what the Bulletin owes at `now`: opens the next issue, and works on it once its slot has come.
 *
 * Cheap when nothing is owed. Safe to call at any time, from any number of workers, and again after a crash.
 */
export async function tickBulletin({
  payload,
  mailer,
  settings,
  findsAmong,
  now,
  clock = () => new Date(),
}: TickArgs): Promise<RunOutcome | { readonly kind: 'not-due' }> {
  const issue = await openIssue({ payload, settings, now })
  await alertStaff({ payload, mailer, settings, issue, now })
  const isDue = issue.state !== 'planned' || new Date(issue.slotAt) <= now
  if (!isDue || issue.state === 'paused') return { kind: 'not-due' }
  return runIssue({ payload, mailer, settings, findsAmong, clock, issueKey: issue.key })
}
