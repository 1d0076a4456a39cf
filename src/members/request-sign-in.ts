import { memberWith } from './member-with'
import type { Payload } from 'payload'
import { isEmailAddress, normaliseEmail } from '@/lib/email-address'
import type { Mailer } from '@/mail/mailer'
import type { Member } from '@/payload-types'
import { signInMail } from '@templates/mail/sign-in-mail'
import { signInAddress } from './sign-in-link'
import { addressHashOf, codeHashOf, linkHashOf, newCode, newLinkToken } from './sign-in-secrets'

export const CODE_LASTS_MINUTES = 15
const MINUTE = 60_000
const KEPT_FOR_EXPLAINING = 24 * 60 * MINUTE

export type RequestSignIn = {
  readonly payload: Payload
  readonly mailer: Mailer
  /** Runs `work` once the answer is on its way, so that its time does not tell whether there was a mail to send. */
  readonly afterAnswer: (work: () => Promise<void>) => void
  readonly email: string
  /** Where the link leads once it has signed in: a path of this site. */
  readonly next: string
  readonly siteUrl: string
  readonly postalAddress: string
  /** False where enough mails went to the address of late: all is as ever but for the mail. */
  readonly isMailed?: boolean
  readonly now: Date
}

export type AskAnswer =
  /** `ask` names this ask, for the browser to keep: its code works by it alone. */
  { readonly kind: 'asked'; readonly ask: string } | { readonly kind: 'malformed' }

/**
 * Sends a six-digit code and a link to a member who wishes to sign in. The two are good once between them, for
 * 15 minutes. What was sent before stays good: anybody may ask, and must not take it from its owner.
 *
 * Whether the address is a member's shows in nothing: not in the answer, nor in what is asked of the database.
 */
export async function requestSignIn(asked: RequestSignIn): Promise<AskAnswer> {
  const { payload, now } = asked
  const email = normaliseEmail(asked.email)
  if (!isEmailAddress(email)) return { kind: 'malformed' }

  const member = await memberWith(payload, email)
  const addressHash = addressHashOf(payload, email)
  await forgetOlder(payload, now)
  const secrets = { code: newCode(), linkToken: newLinkToken() }
  const { id } = await payload.create({
    collection: 'sign-in-codes',
    overrideAccess: true,
    depth: 0,
    data: {
      member: member?.id ?? null,
      addressHash,
      state: 'open',
      codeHash: codeHashOf(payload, addressHash, secrets.code),
      linkHash: linkHashOf(payload, secrets.linkToken),
      expiresAt: new Date(now.getTime() + CODE_LASTS_MINUTES * MINUTE).toISOString(),
      tries: 0,
    },
  })
  asked.afterAnswer(async () => {
    if (member && asked.isMailed !== false) await send(asked, member, secrets)
  })
  return { kind: 'asked', ask: id }
}

async function forgetOlder(payload: Payload, now: Date): Promise<void> {
  const longAgo = new Date(now.getTime() - KEPT_FOR_EXPLAINING).toISOString()
  await payload.delete({
    collection: 'sign-in-codes',
    overrideAccess: true,
    where: { expiresAt: { less_than: longAgo } },
  })
}

async function send(
  { payload, mailer, next, siteUrl, postalAddress }: RequestSignIn,
  member: Member,
  { code, linkToken }: { code: string; linkToken: string },
): Promise<void> {
  const link = `${signInAddress(siteUrl, linkToken)}?next=${encodeURIComponent(next)}`
  const mail = await signInMail({
    code,
    link,
    minutes: CODE_LASTS_MINUTES,
    siteUrl,
    postalAddress,
  })
  const outcome = await mailer.send({
    to: { address: member.email, name: member.name },
    ...mail,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  })
  if (outcome.state !== 'sent') {
    payload.logger.error({ memberId: member.id, outcome }, 'A sign-in mail was not sent.')
  }
}
