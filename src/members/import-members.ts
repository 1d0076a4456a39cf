import { setImmediate } from 'node:timers/promises'
import type { Payload } from 'payload'
import type { Actor } from '@/access/record/audit-entry'
import { idOf } from '@/lib/ids'
import { hasDomainOf } from '@/lib/mail-domain'
import { throughConflicts } from '@/lib/write-once'
import type { Member } from '@/payload-types'
import type { MemberRow, RowFault } from './read-member-rows'
import { memberWith } from './member-with'
import { takeSeat } from './take-seat'

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
  /** Where given, and not empty, an address must be of one of these. */
  readonly domains?: readonly string[]
  /** What whoever brings the list has against a row, beside what is looked at here. */
  readonly refuse?: (row: MemberRow, before: Member | null) => Promise<RowFault | null>
  readonly isDryRun: boolean
  readonly subscribe: SubscribeImported
  /** Called for each new member; `asks` says whether they have yet to say whether they want the Bulletin. */
  readonly invite: (member: Member, topicIds: readonly string[], asks: boolean) => Promise<void>
  /** Called for each who was a member before. */
  readonly remind?: (member: Member) => Promise<void>
  readonly onProgress: (done: number) => void
  /** Who brings the list, for the record. */
  readonly by: Actor
  readonly now: Date
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

type Outcome = 'created' | 'updated' | 'unchanged' | 'full'

const outcomeFor = ({ name, jobTitle }: MemberRow, before: Member | null): Outcome => {
  const isSame = before?.name === name && (!jobTitle || before.jobTitle === jobTitle)
  if (!before) return 'created'
  return isSame ? 'unchanged' : 'updated'
}

/**
 * These columns alone, and only while the member is still there and theirs: a save of the whole row would undo a removal, or
 * a change of address, that was done while it was under way.
 * @returns null where they have left meanwhile.
 */
async function bringUpToDate(
  payload: Payload,
  { id, organisation }: Member,
  data: Partial<Pick<Member, 'name' | 'jobTitle'>>,
): Promise<Member | null> {
  const row: unknown = await throughConflicts(() =>
    payload.db.updateOne({
      collection: 'members',
      where: {
        and: [
          { id: { equals: id } },
          { leftAt: { exists: false } },
          { organisation: { equals: idOf(organisation) } },
        ],
      },
      data,
      options: { atomic: true },
    }),
  )
  return row as Member | null
}

async function storeMember(
  { payload, organisationId, by, now }: ImportMembersArguments,
  row: MemberRow,
  before: Member | null,
): Promise<{ outcome: Outcome; member: Member | null }> {
  const { email, name, jobTitle } = row
  const outcome = outcomeFor(row, before)
  if (outcome === 'unchanged') return { outcome, member: before }
  if (before) {
    const member = await bringUpToDate(payload, before, jobTitle ? { name, jobTitle } : { name })
    return { outcome: member ? 'updated' : 'unchanged', member }
  }
  const person = { email, name, ...(jobTitle ? { jobTitle } : {}) }
  const answer = await takeSeat({ payload, organisationId, person, by, now })
  return answer.kind === 'seated'
    ? { outcome, member: answer.member }
    : { outcome: answer.kind === 'full' ? 'full' : 'unchanged', member: null }
}

/** How many more members the organisation may have now, for a dry run to reckon with. */
async function seatsLeft({ payload, organisationId }: ImportMembersArguments): Promise<number> {
  const { seats } = await payload.findByID({
    collection: 'organisations',
    id: organisationId,
    overrideAccess: true,
    depth: 0,
  })
  const { totalDocs } = await payload.count({
    collection: 'members',
    overrideAccess: true,
    where: { and: [{ organisation: { equals: organisationId } }, { leftAt: { exists: false } }] },
  })
  return seats === null || seats === undefined ? Number.POSITIVE_INFINITY : seats - totalDocs
}

const addressFaults = (
  { organisationId, domains = [] }: ImportMembersArguments,
  { email }: MemberRow,
  before: Member | null,
): string[] => {
  if (domains.length > 0 && !hasDomainOf(email, { domains })) {
    return [`does not end in ${domains.join(' or ')}`]
  }
  if (before?.leftAt && before.organisation === organisationId) {
    return ['has left: put them back before you bring them up to date']
  }
  return before && before.organisation !== organisationId
    ? ['belongs to a member of another organisation']
    : []
}

function faultsOf(
  args: ImportMembersArguments,
  row: MemberRow,
  before: Member | null,
  topics: ReadonlyMap<string, string>,
): RowFault[] {
  const unknown = row.topics
    .filter((topic) => !topics.has(topic.toLowerCase()))
    .map((topic) => ({ line: row.line, field: 'topics', message: `there is no topic “${topic}”` }))
  const ofAddress = addressFaults(args, row, before)
  return [...unknown, ...ofAddress.map((message) => ({ line: row.line, field: 'email', message }))]
}

const noSeatFor = ({ line }: MemberRow): RowFault => ({
  line,
  field: 'email',
  message: 'has no seat: all of them are taken',
})

/**
 * Adds the members of one organisation, as long as it has seats, or brings names and job titles up to date; leaves out
 * no row without saying why.
 *
 * Subscribes those alone whose consent the file gives, and mails nobody but through `invite`, which new members get,
 * and `remind`, which the others do.
 * Safe to repeat: the same rows again change nothing.
 */
export async function importMembers(args: ImportMembersArguments): Promise<ImportReport> {
  const { payload, rows, isDryRun } = args
  const topics = await topicsByName(payload)
  const counts = { created: 0, updated: 0, unchanged: 0 }
  const faults: RowFault[] = []
  let free = isDryRun ? await seatsLeft(args) : 0
  for (const [index, row] of rows.entries()) {
    await setImmediate()
    args.onProgress(index + 1)
    const before = await memberWith(payload, row.email)
    const refused = await args.refuse?.(row, before)
    const found = refused ? [refused] : faultsOf(args, row, before, topics)
    faults.push(...found)
    if (found.length > 0) continue
    if (isDryRun) {
      const planned = outcomeFor(row, before)
      const outcome = planned === 'created' && free <= 0 ? 'full' : planned
      if (outcome === 'created') free -= 1
      if (outcome === 'full') faults.push(noSeatFor(row))
      else counts[outcome] += 1
      continue
    }
    const { outcome, member } = await storeMember(args, row, before)
    if (outcome === 'full') faults.push(noSeatFor(row))
    else counts[outcome] += 1
    if (!member) continue
    const topicIds = row.topics.flatMap((topic) => topics.get(topic.toLowerCase()) ?? [])
    if (row.consent) await args.subscribe({ memberId: member.id, topicIds, consent: row.consent })
    if (outcome === 'created') await args.invite(member, topicIds, !row.consent)
    else await args.remind?.(member)
  }
  return { ...counts, faults }
}
