import type { Payload } from 'payload'
import { theService } from '@/access/record/audit-entry'
import { takeSecondFactorAway } from '@/access/second-factor/steer-second-factor'
import { isEmailAddress } from '@/lib/email-address'
import type { Staff } from '@/payload-types'
import { type Command, runCommand, WrongUse } from './command/run-command'

const HELP = `npm run staff -- create --email ADDRESS --name NAME [--role officer|editor|administrator]
npm run staff -- no-second-factor --email ADDRESS

Makes a staff account and prints a link, good once and for an hour, to set its password. The role is officer if left out.
For an account that is there already it prints a fresh link and changes nothing.

The second takes the code at sign-in off an account whose owner has lost the telephone and who is the only administrator.`

const OPTIONS = {
  email: { type: 'string' },
  name: { type: 'string' },
  role: { type: 'string', default: 'officer' },
} as const

const ROLES = ['officer', 'editor', 'administrator'] as const
type Role = (typeof ROLES)[number]

const isRole = (word: string): word is Role => (ROLES as readonly string[]).includes(word)

function wanted({ email, name, role }: Command<typeof OPTIONS>['values']) {
  if (!email || !isEmailAddress(email)) throw new WrongUse('Give an e-mail address with --email.')
  if (!name?.trim()) throw new WrongUse('Give a name with --name.')
  if (!isRole(role)) throw new WrongUse(`--role is one of ${ROLES.join(', ')}, not “${role}”.`)
  return { email, name: name.trim(), role }
}

async function accountWith(payload: Payload, email: string): Promise<Staff | null> {
  const { docs } = await payload.find({
    collection: 'staff',
    overrideAccess: true,
    where: { email: { equals: email } },
    limit: 1,
    depth: 0,
  })
  return docs[0] ?? null
}

async function create(command: Command<typeof OPTIONS>): Promise<void> {
  const { email, name, role } = wanted(command.values)
  const { siteUrl } = await command.settings()
  const payload = await command.payload()
  const before = await accountWith(payload, email)
  const password = crypto.randomUUID() + crypto.randomUUID()
  const made = before
    ? null
    : await payload.create({
        collection: 'staff',
        overrideAccess: true,
        data: { email, name, role, password },
      })
  const token = await payload.forgotPassword({
    collection: 'staff',
    data: { email },
    disableEmail: true,
    overrideAccess: true,
  })
  const link = `${siteUrl}/admin/reset/${token}`
  command.say(made ? `Made the ${role} ${name}, ${email}.` : `${email} has an account already.`)
  command.say(`Set the password within an hour: ${link}`)
  command.answer({ ok: true, email, created: made !== null, link })
}

async function takeAway(command: Command<typeof OPTIONS>): Promise<void> {
  const { email } = command.values
  if (!email) throw new WrongUse('Give an e-mail address with --email.')
  const payload = await command.payload()
  const account = await accountWith(payload, email)
  if (!account) throw new WrongUse(`Nobody on the staff has the address ${email}.`)
  await takeSecondFactorAway(payload, { by: theService, on: account, now: new Date() })
  command.say(`${email} signs in with the password alone.`)
  command.answer({ ok: true, email })
}

const ACTIONS: Readonly<Record<string, (command: Command<typeof OPTIONS>) => Promise<void>>> = {
  create,
  'no-second-factor': takeAway,
}

await runCommand({ help: HELP, options: OPTIONS }, async (command) => {
  const action = ACTIONS[command.words.join()]
  if (!action) throw new WrongUse(`Say what to do: ${Object.keys(ACTIONS).join(' or ')}.`)
  await action(command)
})
