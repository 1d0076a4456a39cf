import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { type LedgerFile, ledgerFileOf } from '@/bulletin/adapters/ledger-file'
import { openTestPayload, type TestPayload } from '../support/test-payload'

let test: TestPayload
beforeAll(async () => {
  test = await openTestPayload()
})
afterAll(() => test.close())

const onSqlite = it.runIf(inject('database') === 'sqlite')

const note = (file: LedgerFile, key: string) => () =>
  file.run(
    `INSERT INTO mailer_state (id, key, value) VALUES (?, ?, 'null') ON CONFLICT DO NOTHING`,
    [key, key],
  )

const keys = (file: LedgerFile) =>
  file.rows('SELECT key FROM mailer_state ORDER BY rowid').map(({ key }) => key)

onSqlite('survives a power cut: what is answered for is on the disk', () => {
  const file = ledgerFileOf(test.payload)

  expect(file.row('PRAGMA synchronous')).toEqual({ synchronous: 2 })
  expect(file.row('PRAGMA journal_mode')).toEqual({ journal_mode: 'wal' })
})

onSqlite('puts what is asked for at once into one commit, in order', async () => {
  const file = ledgerFileOf(test.payload)
  const before = file.commits()
  const outcome = file.commitSoon(note(file, 'outcome of the last'), 1000)
  const claims = [1, 2].map((n) => file.commitSoon(note(file, `claim ${n}`), 1000, 2))
  await Promise.all([...claims, outcome])

  expect(file.commits()).toBe(before + 1)
  expect(keys(file)).toEqual(['outcome of the last', 'claim 1', 'claim 2'])
})

onSqlite('never has a claim on the disk before the outcome that was asked for first', async () => {
  const file = ledgerFileOf(test.payload)
  const outcome = file.commitSoon(note(file, 'outcome'), 1000).then(() => 'outcome')
  const claim = file.commit(note(file, 'claim')).then(() => 'claim')

  expect(await Promise.race([claim, outcome])).toBe('outcome')
  await claim
  expect(keys(file).slice(-2)).toEqual(['outcome', 'claim'])
})

onSqlite('does all of a commit or nothing, and lets everybody know', async () => {
  const file = ledgerFileOf(test.payload)
  const broken = () => file.run('INSERT INTO mailer_state (id) VALUES (?)', ['no key'])
  const asked = await Promise.allSettled([
    file.commit(note(file, 'beside a broken one')),
    file.commit(broken),
  ])

  expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(keys(file)).not.toContain('beside a broken one')
  expect(await file.commit(note(file, 'after it'))).toBe(1)
})
