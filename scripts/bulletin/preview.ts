import { writeFile } from 'node:fs/promises'
import { previewMail } from '@/bulletin/preview-mail'
import { composeEml } from '@/mail/compose-eml'
import { WrongUse } from '../command/run-command'
import type { BulletinCommand } from './options'
import { withSavedSearches } from './with-saved-searches'

export async function preview(command: BulletinCommand): Promise<void> {
  const { values, say, answer } = command
  const address = values.as
  if (!address) throw new WrongUse('preview needs --as EMAIL.')
  const settings = await command.settings()
  const payload = await command.payload()
  const found = await withSavedSearches(command, (findsAmong) =>
    previewMail({ payload, settings, findsAmong, address, now: new Date() }),
  )
  if (found.kind === 'none') {
    say(`${address} would get nothing: ${found.reason}.`)
    answer({ address, mail: false, reason: found.reason })
    return
  }
  const { subject, text } = found.mail
  if (values.out) {
    await writeFile(values.out, await composeEml(found.mail, settings.mail.from))
    say(`Written to ${values.out}: “${subject}”`)
  } else {
    say(`Subject: ${subject}\n\n${text}`)
  }
  answer({ address, mail: true, subject, out: values.out ?? null })
}
