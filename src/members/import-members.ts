import { setImmediate } from 'node:timers/promises'
import type { Payload } from 'payload'
import type { Member } from '@/payload-types'
import type { MemberRow, RowFault } from './read-member-rows'

/** What the import needs of the Bulletin: a member's consent put on record, unless they have ever chosen themselves. */
export type SubscribeImported = (subscriber: {
  readonly memberId: string
  readonly topicIds: readonly string[]
  readonly consent: NonNullable<MemberRow['consent']>
}) => Promise<void>

export type ImportMembersArguments = {
  readonly payload: Payload
  readonly rows: readonly MemberRow[]
  readonly organisationId: string
  readonly isDryRun: boolean
  readonly subscribe: SubscribeImported
  readonly invite: (member: Member) => Promise<void>
  readonly onProgress: (done: number) => void
}

export type ImportReport = {
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly faults: readonly RowFault[]
}

async function topicsByName(payload: Payload): Promise<Map<string, string>> {
  const { docs } = await payload.find({
    collection: 'topics',
    overrideAccess: true,
    depth: 0,
    limit: 0,
    pagination: false,
    select: { name: true, slug: true },
  })
  return new Map(
    docs.flatMap(({ id, name, slug }) =>
      [name, slug ?? ''].map((word) => [word.toLowerCase(), id]),
    ),
  )
}

async function memberWith(payload: Payload, email: string): Promise<Member | null> {
  const { docs } = await payload.find({
    collection: 'members',
    overrideAccess: true,
    depth: 0,
    limit: 1,
    where: { email: { equals: email } },
  })
  return docs[0] ?? null
}

type Outcome = 'created' | 'updated' | 'unchanged'

async function storeMember(
  { payload, organisationId, isDryRun }: ImportMembersArguments,
  row: MemberRow,
  before: Member | null,
): Promise<{ outcome: Outcome; member: Member | null }> {
  const { email, name, jobTitle } = row
  const isSame = before?.name === name && (!jobTitle || before.jobTitle === jobTitle)
  const outcome = before ? (isSame ? 'unchanged' : 'updated') : 'created'
  if (isDryRun || outcome === 'unchanged') return { outcome, member: before }
  const data = jobTitle ? { name, jobTitle } : { name }
  const member = before
    ? await payload.update({
        collection: 'members',
        id: before.id,
        overrideAccess: true,
        depth: 0,
        data,
      })
    : await payload.create({
        collection: 'members',
        overrideAccess: true,
        depth: 0,
        data: { email, ...data, organisation: organisationId },
      })
  return { outcome, member }
}

function faultsOf(
  { organisationId }: ImportMembersArguments,
  row: MemberRow,
  before: Member | null,
  topics: ReadonlyMap<string, string>,
): RowFault[] {
  const unknown = row.topics
    .filter((topic) => !topics.has(topic.toLowerCase()))
    .map((topic) => ({ line: row.line, field: 'topics', message: `there is no topic “${topic}”` }))
  const isElsewhere = before !== null && before.organisation !== organisationId
  const message = 'belongs to a member of another organisation'
  return isElsewhere ? [...unknown, { line: row.line, field: 'email', message }] : unknown
}

/**
 * Adds the members of one organisation, or brings names and job titles up to date; leaves out no row without saying why.
 *
 * Subscribes those alone whose consent the file gives, and mails nobody but through `invite`, which new members get.
 * Safe to repeat: the same rows again change nothing.
 */
export async function importMembers(args: ImportMembersArguments): Promise<ImportReport> {
  const { payload, rows, isDryRun } = args
  const topics = await topicsByName(payload)
  const counts = { created: 0, updated: 0, unchanged: 0 }
  const faults: RowFault[] = []
  for (const [index, row] of rows.entries()) {
    await setImmediate()
    args.onProgress(index + 1)
    const before = await memberWith(payload, row.email)
    const found = faultsOf(args, row, before, topics)
    faults.push(...found)
    if (found.length > 0) continue
    const { outcome, member } = await storeMember(args, row, before)
    counts[outcome] += 1
    if (isDryRun || !member) continue
    const topicIds = row.topics.flatMap((topic) => topics.get(topic.toLowerCase()) ?? [])
    if (row.consent) await args.subscribe({ memberId: member.id, topicIds, consent: row.consent })
    if (outcome === 'created') await args.invite(member)
  }
  return { ...counts, faults }
}
