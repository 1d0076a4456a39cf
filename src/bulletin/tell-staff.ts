import type { Payload } from 'payload'
import type { Settings } from '@/config/settings'
import type { Mail, Mailer } from '@/mail/mailer'
import type { BulletinIssue } from '@/payload-types'
import { changeIssue } from './issues'

export type TellStaffArgs = {
  readonly payload: Payload
  readonly settings: Settings
  readonly mailer: Mailer
  readonly issue: BulletinIssue
  readonly now: Date
}

/** What every notice to staff says of its issue and of this site. */
export const aboutIssue = ({ settings: { siteUrl, mail }, issue }: TellStaffArgs) => ({
  issueKey: issue.key,
  adminUrl: `${siteUrl}/admin/collections/bulletin-issues/${issue.id}`,
  siteUrl,
  postalAddress: mail.postalAddress,
})

/**
 * Mails staff of an issue, and remembers that it did for as long as the issue stands as it does. Where the server does
 * not take it, nothing is remembered. @returns whether it was handed over.
 */
export async function tellStaff(
  { payload, settings, mailer, issue, now }: TellStaffArgs,
  mail: Pick<Mail, 'subject' | 'html' | 'text'>,
  about: string,
): Promise<boolean> {
  const { siteUrl } = settings
  const { state } = await mailer.send({
    to: { address: settings.mail.staff },
    ...mail,
    messageId: `${about}-${issue.id}@${new URL(siteUrl).hostname}`,
  })
  if (state !== 'sent') return false
  await changeIssue(
    payload,
    issue.key,
    { state: { equals: issue.state } },
    { alertedAt: now.toISOString() },
  )
  return true
}
