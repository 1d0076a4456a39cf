import { CsvError, parse } from 'csv-parse/sync'
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

export type RowFault = {
  readonly line: number
  readonly field: string
  readonly message: string
  /** The address or the name on that line, as far as it has one. */
  readonly who?: string
}

/** The file as a whole is not what it should be, so no row of it is read. */
export class MemberFileFault extends Error {
  override readonly name = 'MemberFileFault'
}

const COLUMNS = ['email', 'name', 'job_title', 'topics', 'subscribed_at', 'consent']
const NEEDED = ['email', 'name']

type Cells = Readonly<Record<string, string | undefined>>

/** A heading as we call the column: “E-mail” is `email`, “Job title” is `job_title`. */
const columnOf = (heading: string): string =>
  heading.trim().toLowerCase().replaceAll('-', '').replaceAll(/\s+/g, '_')

/** The columns in the order of the file. One without a heading is passed over: spreadsheets leave such at the end. */
function columnsOf(headings: readonly string[]): (string | false)[] {
  const columns = headings.map(columnOf)
  const faults = [
    ...NEEDED.filter((name) => !columns.includes(name)).map((name) => `“${name}” is missing`),
    ...columns
      .filter((name) => name !== '' && !COLUMNS.includes(name))
      .map((name) => `“${name}” is not known`),
  ]
  if (faults.length > 0) {
    throw new MemberFileFault(
      `The first line should name the columns, such as email,name,job_title: ${faults.join(', ')}.`,
    )
  }
  return columns.map((name) => name !== '' && name)
}

/** What stands between the cells: a comma, or what spreadsheets of other countries and their clipboards write. */
function separatorOf(text: string): string {
  const [headings = ''] = text.trimStart().split(/[\r\n]/, 1)
  const count = (sign: string) => headings.split(sign).length
  return [',', ';', '\t'].reduce((most, sign) => (count(sign) > count(most) ? sign : most))
}

/** How the workbooks of spreadsheet programs begin, new and old. */
const WORKBOOK = /^(PK\u0003\u0004|\u00D0\u00CF\u0011\u00E0)/

function checkIsText(text: string): void {
  if (WORKBOOK.test(text)) {
    throw new MemberFileFault(
      'This is a workbook of a spreadsheet. Open it there, save it as CSV, and choose that file.',
    )
  }
  if (text.includes('\u0000')) {
    throw new MemberFileFault('This is not a list we can read. Save it as CSV, and try again.')
  }
}

function unreadable(fault: unknown): MemberFileFault {
  if (fault instanceof MemberFileFault || !(fault instanceof CsvError)) throw fault
  const line = `line ${typeof fault.lines === 'number' ? fault.lines : 1}`
  return new MemberFileFault(
    fault.code.includes('QUOT')
      ? `A quotation mark on or before ${line} has no partner, so the list cannot be read.`
      : `The list cannot be read as CSV: please look at ${line}.`,
  )
}

function parseCells(text: string): { cells: Cells; line: number }[] {
  checkIsText(text)
  try {
    const rows = parse(text, {
      bom: true,
      columns: columnsOf,
      delimiter: separatorOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    }) as unknown as { record: Cells; info: { lines: number } }[]
    return rows.map(({ record, info }) => ({ cells: record, line: info.lines }))
  } catch (fault) {
    throw unreadable(fault)
  }
}

const asDate = (written: string): Date | null =>
  /^\d{4}-\d{2}-\d{2}/.test(written) && !Number.isNaN(Date.parse(written))
    ? new Date(written)
    : null

type Fault = Pick<RowFault, 'field' | 'message'>

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
 * The rows of a file of members (CSV, the first line naming the columns), and what is wrong with the others.
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
    const who = cells.email || cells.name || ''
    faults.push(...read.faults.map((fault) => ({ line, ...fault, who })))
    if (read.faults.length === 0) rows.push(read.row)
  }
  return { rows, faults }
}
