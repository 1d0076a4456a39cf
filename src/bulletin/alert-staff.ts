import type { BulletinIssue } from '@/payload-types'
import { issueMiscountedMail } from '@templates/mail/issue-miscounted-mail'
import { issuePausedMail } from '@templates/mail/issue-paused-mail'
import type { Settled } from './settle-issue'
import { decisionsOf } from './steer-issue'
import { aboutIssue, tellStaff, type TellStaffArgs } from './tell-staff'

const pausedItself = (issue: BulletinIssue): boolean =>
  decisionsOf(issue).findLast(({ what }) => what === 'paused')?.by === 'the service'

/**
 * Tells staff by mail that an issue paused itself. Where the server does not take it, it is told later; after a crash it
 * may be told twice, under the same `Message-ID`. Safe to repeat. @returns whether the mail was handed over by this call.
 */
export async function alertStaff(args: TellStaffArgs): Promise<boolean> {
  const { issue } = args
  if (issue.state !== 'paused' || issue.alertedAt || !pausedItself(issue)) return false
  const paused = decisionsOf(issue).filter(({ what }) => what === 'paused').length
  const mail = await issuePausedMail({ ...aboutIssue(args), reason: issue.pausedReason ?? '' })
  return tellStaff(args, mail, `paused-${paused}`)
}

/** Tells staff that an issue's ledger does not add up. As `alertStaff` in all else. */
export async function alertMiscount(
  args: TellStaffArgs,
  { candidates, accounted }: Extract<Settled, { kind: 'miscounted' }>,
): Promise<boolean> {
  if (args.issue.state !== 'sending' || args.issue.alertedAt) return false
  const mail = await issueMiscountedMail({ ...aboutIssue(args), candidates, accounted })
  return tellStaff(args, mail, `miscounted-${accounted}`)
}
