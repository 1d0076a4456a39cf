import { normaliseEmail } from '@/lib/email-address'
import type { Mailer, SendOutcome } from '@/mail/mailer'
import { previewForStaff } from './preview-whole'

type TestArgs = Parameters<typeof previewForStaff>[0] & {
  readonly mailer: Mailer
  /** To this member of staff. */
  readonly to: string
}

export type TestOutcome =
  | { readonly kind: 'sent'; readonly subject: string }
  /** Tests go to staff alone. */
  | { readonly kind: 'not-staff' }
  /** There would be no mail. */
  | { readonly kind: 'none'; readonly reason: string }
  | { readonly kind: 'not-sent'; readonly reason: string }

async function isStaff({ payload }: TestArgs, to: string): Promise<boolean> {
  const { totalDocs } = await payload.count({
    collection: 'staff',
    overrideAccess: true,
    where: { email: { equals: to } },
  })
  return totalDocs > 0
}

function whyNotSent(outcome: Exclude<SendOutcome, { state: 'sent' }>): string {
  switch (outcome.state) {
    case 'deferred':
    case 'refused':
      return outcome.reply
    case 'unreached':
    case 'uncertain':
      return outcome.reason
    case 'stopped':
      return 'it was stopped'
  }
}

/**
 * Mails the coming issue to a member of staff, as a member would get it or whole, marked as a test.
 *
 * By another road than the issue: no delivery, receipt or body is written, its bounce names no delivery, its links are
 * nobody's, and its `Message-ID` is its own, so that it never stands in the way of the true mail.
 */
export async function sendTest(args: TestArgs): Promise<TestOutcome> {
  const to = normaliseEmail(args.to)
  if (!(await isStaff(args, to))) return { kind: 'not-staff' }
  const found = await previewForStaff(args)
  if (found.kind === 'none') return found
  const subject = `Test: ${found.mail.subject}`
  const outcome = await args.mailer.send({ ...found.mail, to: { address: to }, subject })
  return outcome.state === 'sent'
    ? { kind: 'sent', subject }
    : { kind: 'not-sent', reason: whyNotSent(outcome) }
}
