import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { mustRun } from '../support/command'

const KEPT = path.resolve(import.meta.dirname, '../../docs/evidence/leak-audit.json')

type Found = Record<string, unknown> & {
  readonly puts: readonly {
    readonly persona: string
    readonly about: string
    readonly put: number
  }[]
}

const READERS = ['anonymous', 'lapsed', 'other-member', 'member']
const STAFF = ['officer', 'administrator']

/** H18: what the build and its caches keep is looked into after the walk. H19: heads of pages, feeds and the sitemap are walked. */
test('H18 H19 nobody meets a mark that is not theirs, and no answer tells a right guess from a wrong one', async () => {
  test.setTimeout(10 * 60_000)
  // Each field is asked about in some way; `npm run audit:leaks` asks about each in every way.
  const output = await mustRun('audit-leaks', ['--every', '60', '--json'], {})
  const found = JSON.parse(output.trim().split('\n').at(-1) ?? '{}') as Found

  expect(found).toMatchObject({ leaks: 0, differences: 0, blind: 0, personas: 7, isAsKept: true })
  expect(found.mails).toBeGreaterThanOrEqual(3)
  expect(found.files).toBeGreaterThan(0)
  const kept = JSON.parse(readFileSync(KEPT, 'utf8')) as { rows: unknown[] }
  const asked = found.puts
    .filter(({ put }) => put > 50)
    .map(({ persona, about }) => [persona, about])
  for (const reader of READERS) expect(asked).toContainEqual([reader, 'every field'])
  for (const who of STAFF) expect(asked).toContainEqual([who, 'fields kept from them'])
  expect(found.routes).toBe(kept.rows.length)
})
