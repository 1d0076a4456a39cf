import { afterAll, beforeAll, expect, it } from 'vitest'
import { exportOwnData } from '@/members/export-own-data'
import { importList } from '@/members/organisation/import-list'
import { MOST_BYTES, TOO_LARGE } from '@/members/organisation/list-limits'
import { readManaged } from '@/members/organisation/managed-organisation'
import { openOrganisationStage, type OrganisationStage } from '../support/organisation-stage'

/** docs/hostile-tests.md says what the number asks. */

const now = new Date('2026-11-26T12:00:00Z')

/** What a spreadsheet would reckon with, or fetch, if it stood in a cell of a table. */
const FETCHES = '=HYPERLINK("https://evil.example","Council")'
const FORMULAS = [
  '=HYPERLINK(A1,"Council")',
  '+1+1',
  '-2+3',
  '@SUM(1)',
  '＝1+1',
  "=cmd|' /C calc'!A0",
]

let stage: OrganisationStage
beforeAll(async () => {
  stage = await openOrganisationStage()
})
afterAll(() => stage.close())

const inQuotes = (cell: string) => `"${cell.replaceAll('"', '""')}"`

it('H53 formulas for names are words: kept as typed, and the same when the list comes again; one with an address is refused', async () => {
  const { payload } = stage
  const council = await stage.organisation()
  const { id } = await stage.member(council, 'manager', { isManager: true })
  const manager = await stage.memberNow(id)
  const domain = council.domains?.[0] ?? ''
  const rows = FORMULAS.map((name, n) => `person${n}@${domain},${inQuotes(name)},${inQuotes(name)}`)
  const text = ['email,name,job_title', ...rows].join('\n')
  const fetching = `email,name,job_title\nfetches@${domain},${inQuotes(FETCHES)},Officer`
  const list = { payload, manager, now, text, isDryRun: false, isInviting: false }

  expect(await importList(list)).toMatchObject({
    kind: 'read',
    report: { created: FORMULAS.length, refused: 0 },
  })
  expect(await importList(list)).toMatchObject({
    kind: 'read',
    report: { created: 0, updated: 0, unchanged: FORMULAS.length },
  })
  expect(await importList({ ...list, text: fetching })).toMatchObject({
    report: { created: 0, faults: [{ line: 2, field: 'name' }] },
  })
  const managed = await readManaged({ payload, member: manager, now })
  expect(managed?.members.map(({ name }) => name)).toEqual(expect.arrayContaining(FORMULAS))

  for (const { id: of, name } of managed?.members ?? []) {
    const own = await exportOwnData({ payload, member: await stage.memberNow(of), now })
    const written = JSON.parse(JSON.stringify(own)) as { account: { name: string } }
    expect(written.account.name).toBe(name)
  }
})

it('is told of as too large by its bytes, as the form counts them, and nothing of it is read', async () => {
  const council = await stage.organisation()
  const { id } = await stage.member(council, 'counts', { isManager: true })
  const manager = await stage.memberNow(id)
  const list = { payload: stage.payload, manager, now, isDryRun: true, isInviting: false }
  const text = `email,name\n${'ŷ'.repeat(MOST_BYTES / 2)}`

  expect(text.length).toBeLessThan(MOST_BYTES)
  expect(await importList({ ...list, text })).toEqual({ kind: 'faulty', fault: TOO_LARGE })
  expect(await importList({ ...list, text: text.slice(0, -11) })).toMatchObject({ kind: 'read' })
})
