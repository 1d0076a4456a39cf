import 'server-only'
import { settings } from '@/config/settings'
import { makeMailer } from '@/mail/make-mailer'
import type { Mailer } from '@/mail/mailer'

let mailer: Mailer | undefined

/** The one mailer of this process. */
export const theMailer = (): Mailer => (mailer ??= makeMailer(settings()))
