import path from 'node:path'
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest'
import { readiness } from '@/app/readiness'
import { smtpMailer } from '@/mail/adapters/smtp'
import { makeMailer } from '@/mail/make-mailer'
import { indexPublished } from '@/search/index-published'
import { makeSearchEngine } from '@/search/make-search-engine'
import { noteHeartbeat } from '@/worker/heartbeat'
import { freePort } from '../support/free-port'
import { migrations } from '../../migrations'
import { openTestPayload, type TestPayload } from '../support/test-payload'

const NOON = new Date('2026-11-23T12:00:00Z')

const names = migrations.map(({ name }) => name)

let test: TestPayload
beforeAll(async () => {
  test = await openTestPayload()
})
afterAll(() => test.close())

const parts = () => ({
  payload: test.payload,
  database: test.settings.database,
  migrations: names,
  engine: makeSearchEngine(test.settings),
  mailer: makeMailer(test.settings),
  now: NOON,
})

it('says what the index still owes, and that it owes nothing once the loop has paid', async () => {
  const asked = parts()
  await test.payload.create({
    collection: 'briefings',
    overrideAccess: true,
    data: {
      title: 'Ready',
      summary: 'A briefing.',
      type: 'briefing',
      publishedAt: '2026-11-01T00:00:00Z',
      _status: 'published',
    },
  })
  expect((await readiness(asked)).search).toMatchObject({ state: 'up', backlog: 1 })

  await indexPublished({ payload: test.payload, engine: asked.engine, now: NOON })

  const after = await readiness(asked)
  expect(after.search).toMatchObject({ state: 'up', backlog: 0 })
  expect(after.isReady).toBe(true)
  await asked.engine.close()
})

it('tells a worker at work from one that has fallen silent', async () => {
  const asked = parts()
  expect((await readiness(asked)).worker).toEqual({ state: 'silent', lastTick: null })

  await noteHeartbeat(test.payload, new Date('2026-11-23T11:50:00Z'))
  expect((await readiness(asked)).worker.state).toBe('silent')

  await noteHeartbeat(test.payload, new Date('2026-11-23T11:59:00Z'))
  expect((await readiness(asked)).worker).toEqual({
    state: 'up',
    lastTick: '2026-11-23T11:59:00.000Z',
  })
  await asked.engine.close()
})

it('names no host, path or fault when the mail server is away', async () => {
  const url = `smtp://127.0.0.1:${await freePort()}`
  const asked = { ...parts(), mailer: smtpMailer({ url, from: 'desk@signpost.example' }) }

  const answer = await readiness(asked)

  expect(answer.mail).toEqual({ state: 'down' })
  expect(answer.isReady).toBe(true)
  expect(JSON.stringify(answer)).not.toContain('127.0.0.1')
  expect(JSON.stringify(answer)).not.toContain(path.basename(test.dataDir))
  await asked.engine.close()
})

it('says whether the database is of this version, and whether it has transactions', async () => {
  const asked = parts()
  const isSqlite = inject('database') === 'sqlite'
  const stateWith = async (known: readonly string[]) =>
    (await readiness({ ...asked, migrations: known })).migrations.state

  expect(await stateWith(names)).toBe(isSqlite ? 'current' : 'none')
  expect(await stateWith([...names, '20991231_000000_later'])).toBe(isSqlite ? 'behind' : 'none')
  expect(await stateWith(names.slice(0, -1))).toBe(isSqlite ? 'newer' : 'none')
  const { kind } = test.settings.database
  expect((await readiness(asked)).database).toEqual({ state: 'up', kind, transactions: false })
  const { db } = test.payload
  vi.spyOn(db, 'beginTransaction').mockResolvedValue('begun')
  const rollBack = vi.spyOn(db, 'rollbackTransaction').mockResolvedValue()
  expect((await readiness(asked)).database.transactions).toBe(true)
  expect(rollBack).toHaveBeenCalledWith('begun')
  vi.restoreAllMocks()
  await asked.engine.close()
})
