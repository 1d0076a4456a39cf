import 'server-only'
import { askedLink } from '@/bulletin/asked-link'
import { settings } from '@/config/settings'
import { deliverMails } from '@/members/mails/deliver-mails'
import type { MailDesk } from '@/members/mails/mail-desk'
import { theMailer } from './mailer'
import { thePayload } from './payload'

/** What mails about accounts and memberships are made and sent with, in this process. */
export async function theMailDesk(): Promise<MailDesk> {
  const { siteUrl, mail, secret } = settings()
  const payload = await thePayload()
  return {
    payload,
    mailer: theMailer(),
    siteUrl,
    postalAddress: mail.postalAddress,
    staffAddress: mail.staff,
    replyTo: mail.replyTo,
    bulletinLinkFor: (memberId, now) => askedLink(payload, { siteUrl, secret }, memberId, now),
  }
}

/** For `after`: sends what is owed now rather than at the worker's next look. */
export async function deliverOwedMails(): Promise<void> {
  await deliverMails(await theMailDesk(), new Date())
}
