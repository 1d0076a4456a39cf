import type { Letter } from '@templates/mail/letter'
import type { Payload } from 'payload'
import type { Mailer } from '@/mail/mailer'
import type { AccountMail } from '@/payload-types'

export type BulletinLink = { readonly link: string; readonly days: number }

/** What account mails are made and sent with. */
export type MailDesk = {
  readonly payload: Payload
  readonly mailer: Mailer
  readonly siteUrl: string
  readonly postalAddress: string
  /** Where staff read what concerns the service. */
  readonly staffAddress: string
  /** Where an answer to a mail goes. */
  readonly replyTo: string
  /** Where a member may say that they want the Bulletin, and for how long; null for one who is not to be asked. */
  readonly bulletinLinkFor: (memberId: string, now: Date) => Promise<BulletinLink | null>
}

/** Makes the words of one mail from how things stand now. Null where nobody needs it any longer. */
export type Compose = (desk: MailDesk, mail: AccountMail, now: Date) => Promise<Letter | null>
