import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { ledgerFileOf } from '@/bulletin/adapters/ledger-file'
import { LEDGER_QUERIES } from '@/bulletin/adapters/sqlite-delivery-store'
import { LAST_LOOK_QUERIES } from '@/bulletin/adapters/sqlite-last-look'
import { openTestPayload, type TestPayload } from '../support/test-payload'

let test: TestPayload
beforeAll(async () => {
  test = await openTestPayload()
})
afterAll(() => test.close())

const queries = Object.entries({ ...LEDGER_QUERIES, ...LAST_LOOK_QUERIES })

/** How SQLite would answer, step by step. */
function stepsOf(sql: string): string[] {
  const places = (sql.match(/\?\d*/g) ?? []).map((place) => place.slice(1))
  const count = places.every((place) => place === '') ? places.length : new Set(places).size
  const values = Array.from({ length: count }, () => '[]')
  const steps = ledgerFileOf(test.payload).rows(`EXPLAIN QUERY PLAN ${sql}`, values)
  return steps.map(({ detail }) => String(detail))
}

const onSqlite = it.runIf(inject('database') === 'sqlite')

onSqlite.each(queries)(
  'finds what "%s" asks for by an index, in its order, however large the ledger is',
  (_name, sql) => {
    const steps = stepsOf(sql)

    // A list that is handed over with the question is read whole; a table is not.
    expect(steps.filter((step) => /^SCAN (?!\w+ VIRTUAL TABLE)/.test(step))).toEqual([])
    expect(steps.filter((step) => step.includes('TEMP B-TREE FOR ORDER BY'))).toEqual([])
  },
)

onSqlite('finds twelve briefings or articles by their ids, and not among all published', () => {
  const { publishedBriefings, publishedArticles } = LAST_LOOK_QUERIES
  expect(stepsOf(publishedBriefings)[0]).toMatch(/^SEARCH briefings .*\(id=\?\)$/)
  expect(stepsOf(publishedArticles)[0]).toMatch(/^SEARCH articles .*\(id=\?\)$/)
})

onSqlite('finds each receipt by itself, and not among all of its member', () => {
  expect(stepsOf(LEDGER_QUERIES.hasTold).join()).toContain(
    '(member_id=? AND briefing_id=? AND edition=?)',
  )
})
