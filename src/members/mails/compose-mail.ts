import { letterMail } from '@templates/mail/letter'
import type { AccountMail } from '@/payload-types'
import { accountLetters } from './account-letters'
import { joiningLetters } from './joining-letters'
import { colleaguePass } from './colleague-letter'
import type { Compose, MailDesk } from './mail-desk'
import type { MailKind } from './owe-mail'
import { renewal } from './renewal-letter'
import { reviewLetters } from './review-letters'

const LETTERS: Partial<Record<MailKind, Compose>> = {
  ...joiningLetters,
  ...accountLetters,
  ...reviewLetters,
  renewal,
  'colleague-pass': colleaguePass,
}

/** The subject and both parts of an account mail as it would be sent now, or null where it is no longer needed. */
export async function composeMail(desk: MailDesk, mail: AccountMail, now: Date) {
  const compose = LETTERS[mail.kind as MailKind]
  const letter = await compose?.(desk, mail, now)
  return letter ? letterMail(letter, desk) : null
}
