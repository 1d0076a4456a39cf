import { memberWith } from '@/members/member-with'
import { normaliseEmail } from '@/lib/email-address'
import { makeSignInLink } from '@/members/sign-in-link'
import { runCommand, WrongUse } from './command/run-command'

const HELP = `npm run members -- link ADDRESS

Prints a link that signs the member in, good once and for an hour. For support: hand it to nobody else.`

const AN_HOUR = 60 * 60 * 1000

await runCommand({ help: HELP, options: {} }, async (command) => {
  const [task, address, ...more] = command.words
  if (task !== 'link' || !address || more.length > 0) {
    throw new WrongUse('Say for whom: link ADDRESS.')
  }
  const { siteUrl } = await command.settings()
  const payload = await command.payload()
  const member = await memberWith(payload, normaliseEmail(address))
  if (!member) {
    throw new Error(`No member has the address ${address}. Add them in the admin, or import them.`)
  }
  const link = await makeSignInLink({
    payload,
    memberId: member.id,
    siteUrl,
    now: new Date(),
    validForMs: AN_HOUR,
  })
  command.say(link)
  command.answer({ ok: true, email: member.email, link })
})
