import { expect, it } from 'vitest'
import { deliveryStoreOf } from '@/bulletin/adapters/by-database'
import { takeLease } from '@/bulletin/issue-lease'
import { issueStatus } from '@/bulletin/issue-status'
import { changeIssue, issueByKey } from '@/bulletin/issues'
import { retryRows } from '@/bulletin/retry-rows'
import { cancelIssue, closeAsSent, decisionsOf, pauseIssue } from '@/bulletin/steer-issue'
import { tickBulletin } from '@/bulletin/tick-bulletin'
import type { BulletinDelivery } from '@/payload-types'
import {
  addSevenReaders,
  clock,
  ledger,
  openedIssue,
  sendIssueNow,
} from '../support/bulletin-stage'
import { addReader, publishBriefing } from '../support/bulletin-world'
import { refuseWith, type SinkHooks } from '../support/smtp-sink'
import { stageForEach } from '../support/stage-for-each'

const stage = stageForEach()

async function openStageWith(hooks: SinkHooks): Promise<void> {
  await stage.reopen(hooks, 1)
}

const tick = (now: Date) => tickBulletin({ ...stage.test, ...stage, now, clock: () => now })

const minutesOn = (minutes: number) => new Date(clock().getTime() + minutes * 60_000)

const steering = async () => ({
  payload: stage.test.payload,
  issueKey: (await openedIssue(stage)).key,
  by: 'an editor',
  why: 'a mistake in the first item',
  now: clock(),
})

async function rowOf(name: string): Promise<BulletinDelivery> {
  const row = await stage.test.payload.db.findOne<BulletinDelivery>({
    collection: 'bulletin-deliveries',
    where: { address: { equals: `${name}@example.org` } },
  })
  if (!row) throw new Error(`${name} has no row`)
  return row
}

it('calls no issue finished from which a row has vanished, and tells staff once', async () => {
  await openStageWith({
    beforeAccepting: (to) =>
      to.startsWith('ben') ? Promise.reject(refuseWith('4.2.0 later', 451)) : Promise.resolve(),
  })
  const { payload } = stage.test
  await addSevenReaders(stage)
  expect(await sendIssueNow(stage)).toMatchObject({ kind: 'waiting' })
  const { key } = await openedIssue(stage)
  const whole = { candidates: 7, accounted: 7, isBalanced: true, sent: 2, pending: 1 }
  expect(await issueStatus(payload, key)).toMatchObject(whole)

  const { id } = await rowOf('ben')
  await payload.db.deleteOne({ collection: 'bulletin-deliveries', where: { id: { equals: id } } })
  expect(await tick(minutesOn(10))).toMatchObject({
    kind: 'miscounted',
    candidates: 7,
    accounted: 6,
  })
  expect(await tick(minutesOn(20))).toMatchObject({ kind: 'miscounted' })
  const short = { state: 'sending', candidates: 7, accounted: 6, isBalanced: false }
  expect(await issueStatus(payload, key)).toMatchObject(short)
  const notices = stage.sink.accepted.filter(({ to }) => !to.endsWith('@example.org'))
  expect(notices.map(({ parsed }) => parsed.subject)).toEqual([
    `The Bulletin does not add up: ${key}`,
  ])
  expect(notices[0]?.parsed.text).toContain('7 readers were enrolled, and the ledger holds 6 rows')

  await cancelIssue(await steering())
  await sendIssueNow(stage)
  expect(stage.sink.addresses().filter((to) => to.endsWith('@example.org'))).toEqual([
    'ana@example.org',
    'cai@example.org',
  ])
})

it('finishes an issue again once its ledger is put right', async () => {
  const { payload } = stage.test
  await addSevenReaders(stage)
  const { key } = await openedIssue(stage)
  await sendIssueNow(stage)
  await changeIssue(payload, key, {}, { state: 'sending', candidates: 8 })
  expect(await tick(minutesOn(1))).toMatchObject({ kind: 'miscounted' })
  await changeIssue(payload, key, {}, { candidates: 7 })
  expect(await tick(minutesOn(2))).toMatchObject({ kind: 'closed', state: 'finished' })
})

/** Three readers of an issue; the sender of the first dies at the gate, with the lease in its hands. */
async function dieAtTheGate(): Promise<string> {
  const { payload } = stage.test
  await addSevenReaders(stage)
  const { key } = await openedIssue(stage)
  await sendIssueNow(stage, {
    ...stage.mailer,
    send: () => Promise.resolve({ state: 'unreached', reason: 'nobody answers' }),
  })
  const lease = await takeLease({ payload, issueKey: key, clock })
  const store = deliveryStoreOf(payload)
  expect(await store.claim(await rowOf('ana'), lease?.fence ?? 0, clock())).toBe(true)
  return key
}

it('calls a row uncertain that was at the gate when its issue was cancelled and its sender died', async () => {
  await dieAtTheGate()
  await cancelIssue(await steering())
  await tick(minutesOn(0.5))
  expect((await ledger(stage)).ana).toBe('sending')

  await tick(minutesOn(2))
  expect(await ledger(stage)).toMatchObject({
    ana: 'uncertain: the sender stopped at the gate',
    ben: 'skipped: the issue was cancelled',
  })
})

it('calls a row uncertain that was at the gate when its issue was taken as sent and its sender died', async () => {
  const key = await dieAtTheGate()
  await pauseIssue(await steering())
  await closeAsSent(await steering())
  await tick(minutesOn(2))
  expect(await ledger(stage)).toMatchObject({
    ana: 'uncertain: the sender stopped at the gate',
    ben: 'skipped: taken as sent',
  })
  expect(await issueByKey(stage.test.payload, key)).toMatchObject({
    state: 'finished',
    uncertain: 1,
  })
})

it('leaves out a row that was put off just after its issue was cancelled', async () => {
  await openStageWith({
    beforeAccepting: async (to) => {
      if (!to.startsWith('cai')) return
      await cancelIssue(await steering())
      throw refuseWith('4.2.0 later', 451)
    },
  })
  await addSevenReaders(stage)
  await sendIssueNow(stage, stage.mailer, 1)
  expect((await ledger(stage)).cai).toBe('pending')
  await tick(minutesOn(1))
  expect((await ledger(stage)).cai).toBe('skipped: the issue was cancelled')
})

it('sends again to those whom a server refused, at the word of a named person, and to nobody else', async () => {
  let isMended = false
  await openStageWith({
    onRecipient: (to) =>
      to.startsWith('ben') && !isMended
        ? Promise.reject(refuseWith('5.7.1 not from you', 550))
        : Promise.resolve(),
  })
  const { payload } = stage.test
  await addSevenReaders(stage)
  const { key } = await openedIssue(stage)
  expect(await sendIssueNow(stage)).toMatchObject({ state: 'finished' })
  isMended = true
  // The next issue is open already: the older one is worked on all the same.
  await publishBriefing(payload, { title: 'Rents rising', topics: [stage.world.housing.id] })
  await addReader(payload, 'hal', stage.world.council, [stage.world.housing])
  await openedIssue(stage)

  const retry = { payload, issueKey: key, which: 'failed', decidedBy: 'ivy', clock } as const
  expect(await retryRows(retry)).toEqual({ kind: 'done', rows: 1 })
  expect(await retryRows(retry)).toEqual({ kind: 'done', rows: 0 })
  await tick(minutesOn(1))

  const issue = await issueByKey(payload, key)
  expect(issue).toMatchObject({ state: 'finished', sent: 3, failed: 0 })
  expect(decisionsOf(issue ?? {})).toMatchObject([{ what: 'failed mail tried again', by: 'ivy' }])
  expect(stage.sink.addresses()).toEqual(['ana@example.org', 'ben@example.org', 'cai@example.org'])
})

it('does not put rows back in line while another process works on their issue', async () => {
  const { payload } = stage.test
  await addSevenReaders(stage)
  const { key } = await openedIssue(stage)
  await sendIssueNow(stage)
  const lease = await takeLease({ payload, issueKey: key, clock })
  const retry = { payload, issueKey: key, which: 'uncertain', decidedBy: 'ivy', clock } as const
  expect(await retryRows(retry)).toEqual({ kind: 'busy' })
  await lease?.release()
  expect(await retryRows({ ...retry, issueKey: 'weekly:1999-01-01' })).toEqual({
    kind: 'no-such-issue',
  })
})
