import type { SendMailOptions } from 'nodemailer'
import type { Mail } from './mailer'

// Folding a list header broke the DKIM signature at one relay, so these are written as they stand.
const isListHeader = (name: string): boolean => name.toLowerCase().startsWith('list-')

const header = ([name, value]: [string, string]) =>
  [name, isListHeader(name) ? { prepared: true, foldLines: false, value } : value] as const

/** A mail in the words of nodemailer. Nothing in it is read from a file or an address. */
export const toNodemailerMessage = (mail: Mail, from: string): SendMailOptions => ({
  from,
  to: mail.to.name ? { name: mail.to.name, address: mail.to.address } : mail.to.address,
  envelope: { from: mail.envelopeFrom ?? from, to: mail.to.address },
  replyTo: mail.replyTo,
  subject: mail.subject,
  text: mail.text,
  html: mail.html,
  messageId: mail.messageId ? `<${mail.messageId}>` : undefined,
  headers: Object.fromEntries(Object.entries(mail.headers ?? {}).map(header)),
  disableFileAccess: true,
  disableUrlAccess: true,
})
