import { parse } from 'csv-parse/sync'
import { isEmailAddress, normaliseEmail } from '@/lib/email-address'

export type MemberRow = {
  /** Of the file, from 1. */
  readonly line: number
  readonly email: string
  readonly name: string
  readonly jobTitle: string | undefined
  /** Names or slugs, as written. */
  readonly topics: readonly string[]
  readonly consent: { readonly at: Date; readonly words: string } | null
}

export type RowFault = { readonly line: number; readonly field: string; readonly message: string }

/** The file as a whole is not what it should be, so no row of it is read. */
export class MemberFileFault extends Error {
  override readonly name = 'MemberFileFault'
}

const COLUMNS = ['email', 'name', 'job_title', 'topics', 'subscribed_at', 'consent']
const NEEDED = ['email', 'name']

type Cells = Readonly<Record<string, string | undefined>>

function checkColumns(columns: readonly string[]): string[] {
  const missing = NEEDED.filter((name) => !columns.includes(name))
  const unknown = columns.filter((name) => !COLUMNS.includes(name))
  if (missing.length > 0 || unknown.length > 0) {
    const faults = [
      ...missing.map((name) => `the column “${name}” is missing`),
      ...unknown.map((name) => `the column “${name}” is not known`),
    ]
    throw new MemberFileFault(
      `The first line should name the columns ${COLUMNS.join(', ')}: ${faults.join(', ')}.`,
    )
  }
  return [...columns]
}

function parseCells(text: string): { cells: Cells; line: number }[] {
  try {
    const rows = parse(text, {
      bom: true,
      columns: (header: string[]) => checkColumns(header.map((name) => name.trim())),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as { record: Cells; info: { lines: number } }[]
    return rows.map(({ record, info }) => ({ cells: record, line: info.lines }))
  } catch (fault) {
    if (fault instanceof MemberFileFault) throw fault
    throw new MemberFileFault(fault instanceof Error ? fault.message : String(fault))
  }
}

const asDate = (written: string): Date | null =>
  /^\d{4}-\d{2}-\d{2}/.test(written) && !Number.isNaN(Date.parse(written))
    ? new Date(written)
    : null

type Fault = Omit<RowFault, 'line'>

function consentOf({ subscribed_at: at = '', consent: words = '' }: Cells, now: Date) {
  if (at === '' && words === '') return { consent: null, faults: [] }
  const date = asDate(at)
  const faults: Fault[] = []
  if (!date) {
    faults.push({ field: 'subscribed_at', message: 'must be a date, such as 2025-03-31' })
  } else if (date > now) {
    faults.push({ field: 'subscribed_at', message: 'must not lie in the future' })
  }
  if (words === '') faults.push({ field: 'consent', message: 'must give the words agreed to' })
  return { consent: date ? { at: date, words } : null, faults }
}

function readRow(cells: Cells, line: number, now: Date): { row: MemberRow; faults: Fault[] } {
  const { email = '', name = '', job_title: jobTitle = '', topics = '' } = cells
  const { consent, faults } = consentOf(cells, now)
  if (!isEmailAddress(email)) faults.push({ field: 'email', message: 'is not an e-mail address' })
  if (name === '') faults.push({ field: 'name', message: 'is missing' })
  if (name.length > 120) faults.push({ field: 'name', message: 'is longer than 120 characters' })
  if (jobTitle.length > 120) {
    faults.push({ field: 'job_title', message: 'is longer than 120 characters' })
  }
  const row = {
    line,
    email: normaliseEmail(email),
    name,
    jobTitle: jobTitle === '' ? undefined : jobTitle,
    topics: topics
      .split(';')
      .map((topic) => topic.trim())
      .filter((topic) => topic !== ''),
    consent,
  }
  return { row, faults }
}

/**
 * The rows of a file of members (CSV, UTF-8, the first line naming the columns), and what is wrong with the others.
 *
 * @throws {MemberFileFault} when it is no CSV or its columns are not the known ones.
 */
export function readMemberRows(text: string, now: Date): { rows: MemberRow[]; faults: RowFault[] } {
  const rows: MemberRow[] = []
  const faults: RowFault[] = []
  const firstLines = new Map<string, number>()
  for (const { cells, line } of parseCells(text)) {
    const read = readRow(cells, line, now)
    const first = firstLines.get(read.row.email)
    if (first !== undefined) {
      read.faults.push({ field: 'email', message: `stands on line ${first} already` })
    } else {
      firstLines.set(read.row.email, line)
    }
    faults.push(...read.faults.map((fault) => ({ line, ...fault })))
    if (read.faults.length === 0) rows.push(read.row)
  }
  return { rows, faults }
}
