import { readFileSync } from 'node:fs'
import { invitationMail } from '@templates/mail/invitation-mail'
import type { Payload } from 'payload'
import type { Settings } from '@/config/settings'
import { confirmAddress } from '@/bulletin/compose-letter'
import { CONFIRM_DAYS } from '@/bulletin/confirm-token'
import { invite, remind } from '@/bulletin/confirm-subscription'
import { isSuppressed } from '@/bulletin/reader'
import { addressHash } from '@/bulletin/tokens'
import { makeMailer } from '@/mail/make-mailer'
import type { Mailer } from '@/mail/mailer'
import { importMembers } from '@/members/import-members'
import { readMemberRows } from '@/members/read-member-rows'
import { makeSignInLink } from '@/members/sign-in-link'
import type { Member, Organisation } from '@/payload-types'
import { WrongUse } from '../command/run-command'
import type { ImportCommand } from './options'
import { subscribeWith } from './subscribe-with'

const DAYS = 7
const DAY_MS = 24 * 60 * 60 * 1000

async function organisationNamed(payload: Payload, slug: string): Promise<Organisation> {
  const { docs } = await payload.find({
    collection: 'organisations',
    overrideAccess: true,
    depth: 0,
    limit: 1,
    where: { slug: { equals: slug } },
  })
  if (docs[0]) return docs[0]
  throw new Error(`There is no organisation “${slug}”. Make it in the admin first.`)
}

const inviteWith =
  (payload: Payload, mailer: Mailer, settings: Settings, organisation: Organisation) =>
  async (member: Member, topicIds: readonly string[], asks: boolean): Promise<void> => {
    const now = new Date()
    const { name, email } = member
    if (await isSuppressed(payload, addressHash(settings.secret, email))) {
      console.error(`${email} was not mailed: it is on the list of addresses not to write to.`)
      return
    }
    const asked = asks ? await invite({ payload, memberId: member.id, topicIds, now }) : null
    const link = await makeSignInLink({
      payload,
      memberId: member.id,
      siteUrl: settings.siteUrl,
      now,
      validForMs: DAYS * DAY_MS,
    })
    const mail = await invitationMail({
      name,
      organisation: organisation.name,
      link,
      days: DAYS,
      ...(asked?.status === 'pending'
        ? { bulletinLink: confirmAddress(settings, asked.id, now), bulletinDays: CONFIRM_DAYS }
        : {}),
      siteUrl: settings.siteUrl,
      postalAddress: settings.mail.postalAddress,
    })
    const outcome = await mailer.send({
      to: { address: email, name },
      replyTo: settings.mail.replyTo,
      ...mail,
    })
    if (outcome.state !== 'sent') {
      console.error(`The invitation to ${email} was not sent (${outcome.state}).`)
    }
  }

/** Imports the members of one organisation from a CSV file, and says what became of each row. */
export async function importMembersFile(command: ImportCommand, file: string): Promise<void> {
  const { organisation: slug, invite: isInviting, 'dry-run': isDryRun = false } = command.values
  if (!slug) throw new WrongUse('Say whose members they are with --organisation SLUG.')
  const { rows, faults } = readMemberRows(readFileSync(file, 'utf8'), new Date())
  const settings = await command.settings()
  const payload = await command.payload()
  const organisation = await organisationNamed(payload, slug)
  const mailer = makeMailer(settings)
  let reminded = 0
  const report = await importMembers({
    payload,
    rows,
    organisationId: organisation.id,
    isDryRun,
    subscribe: subscribeWith(payload),
    invite: isInviting
      ? inviteWith(payload, mailer, settings, organisation)
      : () => Promise.resolve(),
    remind: async ({ id }) => {
      if (isInviting && (await remind(payload, id, new Date()))) reminded += 1
    },
    now: new Date(),
    onProgress: (done) => command.progress(`${done} of ${rows.length} members`),
  })
  await mailer.close()

  const errors = [...faults, ...report.faults].toSorted((a, b) => a.line - b.line)
  const invalid = new Set(errors.map(({ line }) => line)).size
  const { created, updated, unchanged } = report
  for (const { line, field, message } of errors) {
    console.error(`Line ${line}: ${field} ${message}`)
  }
  const would = isDryRun ? 'Nothing was stored. It would be: ' : ''
  command.say(
    `${would}${created} created, ${updated} updated, ${unchanged} unchanged, ${invalid} refused.`,
  )
  if (reminded > 0) {
    command.say(`${reminded} who have not answered yet are asked again: the worker sends it.`)
  }
  command.answer({ created, updated, unchanged, invalid, errors })
  if (invalid > 0) command.endAsFailed()
}
