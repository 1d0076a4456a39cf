import type { SendMailOptions } from 'nodemailer'
import type { FinishedMail, Mail } from './mailer'

// Folding a list header broke the DKIM signature at one relay, so these are written as they stand.
const isListHeader = (name: string): boolean => name.toLowerCase().startsWith('list-')

const header = ([name, value]: [string, string]) =>
  [name, isListHeader(name) ? { prepared: true, foldLines: false, value } : value] as const

const toEnvelope = (
  mail: Pick<Mail, 'to' | 'envelopeFrom' | 'envelopeId'>,
  from: string,
): Pick<SendMailOptions, 'envelope' | 'dsn'> => ({
  envelope: { from: mail.envelopeFrom ?? from, to: mail.to.address },
  dsn: mail.envelopeId
    ? { id: mail.envelopeId, return: 'headers', notify: ['failure', 'delay'] }
    : undefined,
})

/** A mail in the words of nodemailer. Nothing in it is read from a file or an address. */
export const toNodemailerMessage = (mail: Mail, from: string): SendMailOptions => ({
  from,
  to: mail.to.name ? { name: mail.to.name, address: mail.to.address } : mail.to.address,
  ...toEnvelope(mail, from),
  replyTo: mail.replyTo,
  subject: mail.subject,
  text: mail.text,
  html: mail.html,
  messageId: mail.messageId ? `<${mail.messageId}>` : undefined,
  headers: Object.fromEntries(Object.entries(mail.headers ?? {}).map(header)),
  disableFileAccess: true,
  disableUrlAccess: true,
})

/** A finished message in the words of nodemailer. */
export const toFinishedMessage = (mail: FinishedMail, from: string): SendMailOptions => ({
  ...toEnvelope(mail, from),
  raw: mail.raw,
})
