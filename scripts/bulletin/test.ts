import { sendTest } from '@/bulletin/send-test'
import { makeMailer } from '@/mail/make-mailer'
import { WrongUse } from '../command/run-command'
import type { BulletinCommand } from './options'
import { withSavedSearches } from './with-saved-searches'

/** Mails the coming issue to a member of staff, as a member would get it or whole. */
export async function test(command: BulletinCommand): Promise<void> {
  const { values, say, answer } = command
  const { to, as: address } = values
  if (!to) throw new WrongUse('test needs --to STAFF_EMAIL.')
  const settings = await command.settings()
  const payload = await command.payload()
  const mailer = makeMailer(settings)
  try {
    const outcome = await withSavedSearches(command, (findsAmong) =>
      sendTest({ payload, settings, mailer, findsAmong, to, address, now: new Date() }),
    )
    if (outcome.kind === 'not-staff') {
      throw new Error(`${to} is nobody's on the staff: tests go to staff alone.`)
    }
    if (outcome.kind === 'not-sent') throw new Error(`It was not sent: ${outcome.reason}`)
    if (outcome.kind === 'none') say(`There is nothing to send: ${outcome.reason}.`)
    else say(`Sent to ${to}: “${outcome.subject}”`)
    answer({ to, ...outcome })
  } finally {
    await mailer.close()
  }
}
