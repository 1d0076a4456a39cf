import { createTransport } from 'nodemailer'
import type { Mail } from './mailer'
import { toNodemailerMessage } from './to-nodemailer-message'

/** A mail as the bytes a server would be handed: the content of an `.eml` file. */
export async function composeEml(mail: Mail, from: string): Promise<Buffer> {
  const composer = createTransport({ streamTransport: true, buffer: true })
  const { message } = await composer.sendMail(toNodemailerMessage(mail, from))
  return message as Buffer
}
