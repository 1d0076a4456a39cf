import type { EmailAdapter, SendEmailOptions } from 'payload'
import type { Mailer } from './mailer'

/** Payload's own mail, such as a staff member's password link, could not be handed over. */
export class MailNotSent extends Error {
  override readonly name = 'MailNotSent'
}

function recipientOf({ to }: SendEmailOptions): string {
  const first = Array.isArray(to) ? to[0] : to
  const address = typeof first === 'object' && 'address' in first ? first.address : first
  if (typeof address === 'string') return address
  throw new MailNotSent('The mail names nobody to receive it.')
}

const textOf = (html: string): string =>
  html
    .replace(/<a\s[^>]*href="([^"]*)"[^>]*>[\s\S]*?<\/a>/g, '$1')
    .replace(/<[^>]+>/g, ' ')
    .replace(/[ \t]+/g, ' ')
    .trim()

/**
 * Sends Payload's own mail through our mailer.
 *
 * Such mail is rare, so a mailer is made for each and closed: nothing keeps a finished command alive.
 * Sending throws {MailNotSent} for anything but an accepted message.
 */
export const payloadEmailAdapter =
  (makeMailer: () => Mailer, from: string): EmailAdapter =>
  () => ({
    name: 'signpost-mailer',
    defaultFromAddress: from,
    defaultFromName: '',
    sendEmail: async (message) => {
      const mailer = makeMailer()
      try {
        const html = typeof message.html === 'string' ? message.html : undefined
        const outcome = await mailer.send({
          to: { address: recipientOf(message) },
          subject: message.subject ?? '',
          html,
          text: typeof message.text === 'string' ? message.text : textOf(html ?? ''),
        })
        if (outcome.state !== 'sent') throw new MailNotSent(`The mail was ${outcome.state}.`)
        return outcome
      } finally {
        await mailer.close()
      }
    },
  })
