import type { Settings } from '@/config/settings'
import { makeMailer } from '@/mail/make-mailer'
import { accountsFile } from './demo-files'
import type { DemoAccount } from './prepare-demonstration'

/** What a person needs to know to look around, once the site answers. */
export function welcome(settings: Settings, accounts: readonly DemoAccount[]): string {
  const mailer = makeMailer(settings)
  const { destination } = mailer
  void mailer.close()
  const staff = accounts.filter(({ password }) => password !== undefined)
  const members = accounts.filter(({ password }) => password === undefined)
  return [
    '',
    `Signpost runs at ${settings.siteUrl}`,
    '',
    `Officers’ desk: ${settings.siteUrl}/admin`,
    ...staff.map(({ role, email, password }) => `  ${role.padEnd(14)} ${email}   ${password ?? ''}`),
    '',
    'Members, each with a sign-in link that works once in the next seven days:',
    ...members.map(({ role, email, signInUrl }) => `  ${role.padEnd(8)} ${email}\n           ${signInUrl}`),
    '',
    `Mail goes to ${destination}`,
    `These accounts are kept in ${accountsFile(settings.dataDir)}`,
    'Stop with Ctrl-C.',
  ].join('\n')
}
