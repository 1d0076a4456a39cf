import type { Payload } from 'payload'
import type { Settings } from '@/config/settings'
import type { Mailer } from '@/mail/mailer'
import type { BulletinIssue } from '@/payload-types'
import { issuePausedMail } from '@templates/mail/issue-paused-mail'
import { changeIssue } from './issues'
import { decisionsOf } from './steer-issue'

type AlertArgs = {
  readonly payload: Payload
  readonly settings: Settings
  readonly mailer: Mailer
  readonly issue: BulletinIssue
  readonly now: Date
}

const pausedItself = (issue: BulletinIssue): boolean =>
  decisionsOf(issue).findLast(({ what }) => what === 'paused')?.by === 'the service'

/**
 * Tells staff by mail that an issue paused itself. Where the server does not take it, it is told later; after a crash it
 * may be told twice, under the same `Message-ID`. Safe to repeat. @returns whether the mail was handed over by this call.
 */
export async function alertStaff(args: AlertArgs): Promise<boolean> {
  const { payload, settings, mailer, issue, now } = args
  if (issue.state !== 'paused' || issue.alertedAt || !pausedItself(issue)) return false
  const { siteUrl, mail } = settings
  const paused = decisionsOf(issue).filter(({ what }) => what === 'paused').length
  const { state } = await mailer.send({
    to: { address: mail.staff },
    ...(await issuePausedMail({
      issueKey: issue.key,
      reason: issue.pausedReason ?? '',
      adminUrl: `${siteUrl}/admin/collections/bulletin-issues/${issue.id}`,
      siteUrl,
      postalAddress: mail.postalAddress,
    })),
    messageId: `paused-${paused}-${issue.id}@${new URL(siteUrl).hostname}`,
  })
  if (state !== 'sent') return false
  await changeIssue(
    payload,
    issue.key,
    { state: { equals: 'paused' } },
    { alertedAt: now.toISOString() },
  )
  return true
}
