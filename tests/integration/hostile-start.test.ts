import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, inject, it } from 'vitest'
import { readSettings, SettingsFault } from '@/config/settings'
import { missingMigrations } from '@/repair/missing-migrations'
import { migrations } from '../../migrations'
import { openTestPayload } from '../support/test-payload'

const SOUND = {
  NODE_ENV: 'production',
  SITE_URL: 'https://signpost.example',
  PAYLOAD_SECRET: '3f9c1d7e5b2a48c6903e7f1ab4d65c8e',
  MAIL_FROM: 'Signpost <bulletin@signpost.example>',
  STAFF_MAIL: 'officers@signpost.example',
  POSTAL_ADDRESS: '1 High Street',
  LIST_ID: 'Bulletin <bulletin.signpost.example>',
}

const names = migrations.map(({ name }) => name)

it.each([
  ['no secret', { PAYLOAD_SECRET: '' }, 'PAYLOAD_SECRET is missing'],
  ['a short secret', { PAYLOAD_SECRET: 'short' }, 'at least 32 bytes'],
  ['a secret everybody knows', { PAYLOAD_SECRET: `changeme${'x'.repeat(40)}` }, 'sample value'],
  ['plain http', { SITE_URL: 'http://signpost.example' }, 'must be https'],
])('H52 a public site does not start with %s, and says so in a line', (_what, env, line) => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'signpost-start-'))
  let faults: readonly string[] = []
  try {
    readSettings({ ...SOUND, DATA_DIR: dataDir, ...env } as NodeJS.ProcessEnv)
  } catch (fault) {
    faults = fault instanceof SettingsFault ? fault.faults : []
  }
  rmSync(dataDir, { recursive: true })

  expect(faults.filter((fault) => fault.includes(line))).toHaveLength(1)
})

it('H52 no site starts on a database that is behind', async () => {
  const test = await openTestPayload()
  const { database } = test.settings
  const isSqlite = inject('database') === 'sqlite'

  expect(missingMigrations(database, names)).toEqual([])
  expect(missingMigrations(database, [...names, '20991231_000000_later'])).toEqual(
    isSqlite ? ['20991231_000000_later'] : [],
  )
  await test.close()
  expect(missingMigrations(database, names)).toEqual(isSqlite ? names : [])
})
