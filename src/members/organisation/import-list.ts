import { isMembershipRunning } from '@/access/has-membership'
import { importMembers, type ImportReport } from '../import-members'
import { MemberFileFault, readMemberRows, type RowFault } from '../read-member-rows'
import { oweMail } from '../mails/owe-mail'
import { MOST_BYTES, MOST_ROWS, TOO_LARGE, TOO_MANY } from './list-limits'
import { asActor, type ByManager, ownOrganisation } from './manage-members'
import { refuseLine } from './whom-to-refuse'

export type ListReport = Pick<ImportReport, 'created' | 'updated' | 'unchanged'> & {
  /** How many rows have something wrong with them. Nothing of these is stored. */
  readonly refused: number
  readonly faults: readonly RowFault[]
}

export type ListAnswer =
  | { readonly kind: 'read'; readonly report: ListReport }
  | { readonly kind: 'faulty'; readonly fault: string }

const faulty = (fault: string): ListAnswer => ({ kind: 'faulty', fault })

/** Consent to be mailed is each person's own to give: a list of an employer's cannot. */
const consentFaults = (rows: ReturnType<typeof readMemberRows>['rows']): RowFault[] =>
  rows.flatMap(({ line, consent }) =>
    consent
      ? [{ line, field: 'consent', message: 'is each person’s own to give: leave it out' }]
      : [],
  )

/**
 * Gives a seat to each person of a manager's list, or says line by line why not; on a dry run says the same and
 * changes nothing. Mails an invitation to new members if asked to, and subscribes nobody.
 *
 * Safe to repeat: the same list again changes nothing, mails nobody again, and finds the same faults.
 */
export async function importList({
  payload,
  manager,
  now,
  text,
  isDryRun,
  isInviting,
}: ByManager & {
  readonly text: string
  readonly isDryRun: boolean
  readonly isInviting: boolean
}): Promise<ListAnswer> {
  const organisation = ownOrganisation({ manager })
  if (!organisation) return faulty('Only a manager can add members.')
  if (!isMembershipRunning(organisation, now)) {
    return faulty('The membership is not running, so nobody can join by it now.')
  }
  if (text.trim() === '') return faulty('Choose a file with a line for each person.')
  if (Buffer.byteLength(text) > MOST_BYTES) return faulty(TOO_LARGE)
  try {
    const read = readMemberRows(text, now)
    if (read.rows.length > MOST_ROWS) return faulty(TOO_MANY)
    const consents = consentFaults(read.rows)
    const barred = new Set(consents.map(({ line }) => line))
    const report = await importMembers({
      payload,
      rows: read.rows.filter(({ line }) => !barred.has(line)),
      organisationId: organisation.id,
      domains: organisation.domains ?? [],
      refuse: (row, before) => refuseLine(payload, organisation, row, before),
      isDryRun,
      subscribe: () => Promise.resolve(),
      invite: async ({ id, email, seatedAt }) => {
        const mail = { kind: 'invitation', subjectId: id, address: email } as const
        if (isInviting) await oweMail(payload, { ...mail, occasion: seatedAt ?? '' }, now)
      },
      onProgress: () => undefined,
      by: asActor(manager),
      now,
    })
    const addresses = new Map(read.rows.map(({ line, email }) => [line, email]))
    const faults = [...read.faults, ...consents, ...report.faults]
      .map((fault) => ({ who: addresses.get(fault.line) ?? '', ...fault }))
      .toSorted((a, b) => a.line - b.line)
    const refused = new Set(faults.map(({ line }) => line)).size
    const { created, updated, unchanged } = report
    return { kind: 'read', report: { created, updated, unchanged, refused, faults } }
  } catch (fault) {
    if (fault instanceof MemberFileFault) return faulty(fault.message)
    throw fault
  }
}
