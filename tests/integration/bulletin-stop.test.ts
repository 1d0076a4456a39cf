import { rm } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { openIssue } from '@/bulletin/open-issue'
import { changeIssue, issueByKey } from '@/bulletin/issues'
import { runIssue } from '@/bulletin/run-issue'
import type { BulletinDelivery } from '@/payload-types'
import { type BulletinStage, clock, ledger, mailerTo, openStage } from '../support/bulletin-stage'
import { addReader, publishBriefing } from '../support/bulletin-world'
import { bundleCommand, startCommand } from '../support/bundled-command'

const READERS = 20

let worker: string
beforeAll(async () => {
  worker = await bundleCommand('worker')
})
afterAll(() => rm(worker, { force: true }))

let stage: BulletinStage
afterEach(() => stage.close())

async function openDueIssue(): Promise<string> {
  const { payload, settings } = stage.test
  const { housing, council } = stage.world
  await publishBriefing(payload, { title: 'Rents rising', topics: [housing.id] })
  for (let n = 0; n < READERS; n += 1) await addReader(payload, `reader${n}`, council, [housing])
  // Letters go by a loop of their own: here the issue alone is looked at.
  await payload.db.deleteMany({ collection: 'bulletin-letters', where: {} })
  const { key } = await openIssue({ payload, settings, now: clock() })
  await changeIssue(
    payload,
    key,
    {},
    { slotAt: new Date(clock().getTime() - 60_000).toISOString() },
  )
  return key
}

const startWorker = () =>
  startCommand(worker, [], {
    DATA_DIR: stage.test.settings.dataDir,
    DATABASE_URI: stage.test.settings.database.uri,
    PAYLOAD_SECRET: stage.test.settings.secret,
    SMTP_URL: stage.sink.url,
  })

const countOf = async (state: string): Promise<number> =>
  Object.values(await ledger(stage)).filter((words) => words.startsWith(state)).length

it('ends soon when it is told to, with all that a slow server was given noted as sent and nothing begun after it', async () => {
  let toldToStop = false
  const started: ReturnType<typeof startWorker>[] = []
  let acceptedAfter = 0
  stage = await openStage({
    beforeAccepting: async () => {
      if (stage.sink.accepted.length < 5) return
      if (toldToStop) acceptedAfter += 1
      else started[0]?.signal('SIGTERM')
      toldToStop = true
      // A server that takes its time: no answer comes before the worker has heard the signal.
      await started[0]?.says('The worker stops')
    },
  })
  const key = await openDueIssue()
  const running = startWorker()
  started.push(running)
  const { code, said } = await running.ended
  expect(code, said).toBe(0)
  expect(toldToStop).toBe(true)

  expect(acceptedAfter, 'only what was under way').toBeLessThanOrEqual(4)
  expect(await countOf('sent')).toBe(stage.sink.accepted.length)
  expect(await countOf('sending')).toBe(0)
  expect(await countOf('pending')).toBe(READERS - stage.sink.accepted.length)
  const issue = await issueByKey(stage.test.payload, key)
  expect(issue).toMatchObject({ state: 'sending' })
  expect([issue?.owner ?? null, issue?.leaseUntil ?? null], 'the lease is given up').toEqual([
    null,
    null,
  ])
})

it('does not wait for a server that never answers: the mail it has is uncertain, and nobody gets two', async () => {
  const stop = new AbortController()
  let answer: () => void = () => undefined
  const never = new Promise<void>((resolve) => {
    answer = resolve
  })
  stage = await openStage({
    afterAccepting: async () => {
      if (stage.sink.accepted.length !== 3) return
      stop.abort()
      await never
    },
  })
  const key = await openDueIssue()
  const run = (mailer = stage.mailer, signal?: AbortSignal) =>
    runIssue({ ...stage.test, ...stage, mailer, issueKey: key, clock, stop: signal, grace: 50 })
  expect(await run(mailerTo(stage.sink, 1), stop.signal)).toMatchObject({ kind: 'waiting' })
  expect(await issueByKey(stage.test.payload, key)).toMatchObject({ owner: null })
  expect(await countOf('sending')).toBe(1)

  expect(await run()).toMatchObject({ kind: 'closed', state: 'finished' })
  expect(await countOf('uncertain')).toBe(1)
  answer()
  await expect.poll(() => countOf('sent'), { timeout: 120_000 }).toBe(READERS)
  expect(new Set(stage.sink.addresses()).size).toBe(READERS)
  expect(stage.sink.accepted).toHaveLength(READERS)
  const row = await stage.test.payload.db.findOne<BulletinDelivery>({
    collection: 'bulletin-deliveries',
    where: { state: { equals: 'uncertain' } },
  })
  expect(row).toBeNull()
})
