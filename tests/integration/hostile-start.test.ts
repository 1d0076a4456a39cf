import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'libsql'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { readSettings, SettingsFault } from '@/config/settings'
import { missingMigrations } from '@/repair/missing-migrations'
import { migrations } from '../../migrations'
import { bundleCommand, startCommand } from '../support/bundled-command'
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
  ['a secret of one letter', { PAYLOAD_SECRET: 'a'.repeat(64) }, 'too easily guessed'],
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

const COMMANDS = ['start', 'worker'] as const

describe.runIf(inject('database') === 'sqlite')('a command that runs on and on', () => {
  const bundles = new Map<string, string>()
  beforeAll(async () => {
    for (const name of COMMANDS) bundles.set(name, await bundleCommand(name))
  }, 120_000)
  afterAll(() => bundles.forEach((file) => rmSync(file, { force: true })))

  /** A folder with a database that has had these migrations, and holds nothing else. */
  function folderWith(applied: readonly string[]): string {
    const folder = mkdtempSync(path.join(tmpdir(), 'signpost-start-'))
    const database = new Database(path.join(folder, 'signpost.db'))
    database.exec('CREATE TABLE payload_migrations (name TEXT, batch INTEGER)')
    for (const name of applied) {
      database.prepare('INSERT INTO payload_migrations VALUES (?, 1)').run(name)
    }
    database.close()
    return folder
  }

  /** What stands in the database: its tables, and the migrations it has had. */
  function standingIn(folder: string): unknown {
    const database = new Database(path.join(folder, 'signpost.db'), { readonly: true })
    const tables = database.prepare('SELECT name FROM sqlite_master ORDER BY name').all()
    const applied = database.prepare('SELECT name FROM payload_migrations ORDER BY name').all()
    database.close()
    return { tables, applied }
  }

  /** Runs it to its end; one that starts to serve, which none of these may, is told to stop. */
  async function run(name: (typeof COMMANDS)[number], env: Record<string, string>) {
    const running = startCommand(bundles.get(name) ?? '', [], env)
    await running.says(name === 'worker' ? 'The worker runs' : 'Ready in')
    running.signal('SIGTERM')
    return running.ended
  }

  it.each(
    COMMANDS.flatMap(
      (name) =>
        [
          [
            name,
            'is behind',
            names.slice(0, -1),
            'not up to date. Bring it there first: npm run migrate',
          ],
          [name, 'has nothing in it', [], 'not up to date. Bring it there first: npm run migrate'],
          [
            name,
            'a newer version has changed',
            [...names, '20991231_000000_later'],
            'newer version',
          ],
        ] as const,
    ),
  )(
    'H52 npm run %s refuses a database that %s, in a line, and leaves it as it is',
    async (name, _what, applied, line) => {
      const folder = folderWith(applied)
      const before = standingIn(folder)
      const { code, said } = await run(name, { DATA_DIR: folder })

      expect(code).toBe(1)
      expect(said.trim().split('\n')).toEqual([expect.stringContaining(line)])
      expect(standingIn(folder)).toEqual(before)
      rmSync(folder, { recursive: true })
    },
    60_000,
  )

  it.each(COMMANDS)(
    'H52 npm run %s says what is wrong with the settings, and nothing of the inside',
    async (name) => {
      const folder = folderWith(names)
      const before = standingIn(folder)
      const { code, said } = await run(name, {
        ...SOUND,
        DATA_DIR: folder,
        SITE_URL: 'http://signpost.example',
        PAYLOAD_SECRET: 'a'.repeat(40),
      })

      expect(code).toBe(1)
      expect(said).toContain('PAYLOAD_SECRET is too easily guessed')
      expect(said).toContain('SITE_URL must be https')
      expect(said).not.toMatch(/^\s+at /m)
      expect(standingIn(folder)).toEqual(before)
      rmSync(folder, { recursive: true })
    },
    60_000,
  )
})
