import { readFileSync } from 'node:fs'
import type { Payload } from 'payload'
import { theService } from '@/access/record/audit-entry'
import { remind } from '@/bulletin/confirm-subscription'
import { importMembers } from '@/members/import-members'
import { decodeList } from '@/members/decode-list'
import { readMemberRows } from '@/members/read-member-rows'
import type { Organisation } from '@/payload-types'
import { WrongUse } from '../command/run-command'
import { inviteWith } from './invite-with'
import type { ImportCommand } from './options'
import { subscribeWith } from './subscribe-with'

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

/** Imports the members of one organisation from a CSV file, and says what became of each row. */
export async function importMembersFile(command: ImportCommand, file: string): Promise<void> {
  const { organisation: slug, invite: isInviting, 'dry-run': isDryRun = false } = command.values
  if (!slug) throw new WrongUse('Say whose members they are with --organisation SLUG.')
  const { rows, faults } = readMemberRows(decodeList(readFileSync(file)), new Date())
  const payload = await command.payload()
  const organisation = await organisationNamed(payload, slug)
  const inviteTo = inviteWith(payload)
  let invited = 0
  let reminded = 0
  const report = await importMembers({
    payload,
    rows,
    organisationId: organisation.id,
    isDryRun,
    subscribe: subscribeWith(payload),
    invite: async (member, topicIds, asks) => {
      if (!isInviting) return
      if (await inviteTo(member, topicIds, asks)) invited += 1
      else console.error(`${member.email} is on the list of addresses not to write to.`)
    },
    remind: async ({ id }) => {
      if (isInviting && (await remind(payload, id, new Date()))) reminded += 1
    },
    by: theService,
    now: new Date(),
    onProgress: (done) => command.progress(`${done} of ${rows.length} members`),
  })

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
  if (invited > 0) command.say(`${invited} are invited: the worker sends it.`)
  if (reminded > 0) {
    command.say(`${reminded} who have not answered yet are asked again: the worker sends it.`)
  }
  command.answer({ created, updated, unchanged, invalid, errors })
  if (invalid > 0) command.endAsFailed()
}
