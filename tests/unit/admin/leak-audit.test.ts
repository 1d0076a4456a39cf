import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { chosenRows, readChoice } from '@/admin/leak-audit/chosen-rows'
import run from '../../../docs/evidence/leak-audit-run.json'
import table from '../../../docs/evidence/leak-audit.json'

const NOTES = path.resolve(import.meta.dirname, '../../../docs/evidence/leak-audit.md')

const ROWS = [
  { route: '/account', cells: { member: '200 own', administrator: '404' } },
  { route: '/api/staff', cells: { member: '404', administrator: '200, 200 staff, 403, 404' } },
]

const routesOf = (asked: Record<string, string>) =>
  chosenRows(ROWS, readChoice(asked)).map(({ route }) => route)

it('shows administrators every route, those of a name, or those where a text was met', () => {
  expect(routesOf({})).toEqual(['/account', '/api/staff'])
  expect(routesOf({ route: ' ACCOUNT ' })).toEqual(['/account'])
  expect(routesOf({ met: 'staff' })).toEqual(['/api/staff'])
  expect(routesOf({ met: 'owner alone' })).toEqual([])
  expect(routesOf({ met: 'something else' })).toEqual(['/account', '/api/staff'])
})

it('tells of the run that the notes tell of last, with as many routes', () => {
  const rows = readFileSync(NOTES, 'utf8').split('\n')
  const { length } = table.rows
  const counts = `| ${run.requests.toLocaleString('en-GB')} | ${length} | ${table.personas.length} | ${run.leaks} | ${run.differences} |`

  expect(rows.some((row) => row.endsWith(counts))).toBe(true)
})
