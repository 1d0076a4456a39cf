import type { Payload } from 'payload'
import { expect, it } from 'vitest'
import { deliveryStoreOf } from '@/bulletin/adapters/by-database'
import { pastIssues, readPastIssue } from '@/bulletin/past-issues'
import { runIssue } from '@/bulletin/run-issue'
import { cancelIssue, closeAsSent, pauseIssue, resumeIssue } from '@/bulletin/steer-issue'
import { tickBulletin } from '@/bulletin/tick-bulletin'
import { tooManyComplaints } from '@/bulletin/too-many-complaints'
import type { Mailer } from '@/mail/mailer'
import { clock, ledger, mailerTo, openedIssue, sendIssueNow } from '../support/bulletin-stage'
import { addReader, publishBriefing } from '../support/bulletin-world'
import { openScriptedSmtp } from '../support/scripted-smtp'
import { refuseWith, type SinkHooks } from '../support/smtp-sink'
import { smtpMailer } from '@/mail/adapters/smtp'
import { stageForEach } from '../support/stage-for-each'

const stage = stageForEach()

async function openStageWith(hooks: SinkHooks): Promise<void> {
  await stage.reopen(hooks, 1)
}

async function addReaders(count: number): Promise<void> {
  const { payload } = stage.test
  await publishBriefing(payload, { title: 'Rents rising', topics: [stage.world.housing.id] })
  for (let n = 0; n < count; n += 1) {
    await addReader(payload, `reader${n}`, stage.world.council, [stage.world.housing])
  }
}

const steering = async () => ({
  payload: stage.test.payload,
  issueKey: (await openedIssue(stage)).key,
  by: 'an editor',
  why: 'a mistake in the first item',
  now: clock(),
})

const runAt = async (now: Date, mailer: Mailer = stage.mailer) =>
  runIssue({
    ...stage.test,
    mailer,
    findsAmong: stage.findsAmong,
    issueKey: (await openedIssue(stage)).key,
    clock: () => now,
    connections: 1,
  })

const addSent = (payload: Payload, issueKey: string, number: number) =>
  deliveryStoreOf(payload).add({
    key: `${issueKey}:${number}`,
    issueKey,
    memberId: `member-${number}`,
    address: `reader${number}@example.org`,
    addressHash: `hash-${number}`,
    state: 'sent',
    token: `${issueKey}-${number}`,
    messageId: `${issueKey}-${number}@bulletin.example.org`,
  })

const after = (minutes: number, from: Date) => new Date(from.getTime() + minutes * 60_000)

it('stops within a few mails when an issue is paused, and sends the rest, once each, when it goes on', async () => {
  let seen = 0
  await openStageWith({
    afterAccepting: async () => {
      seen += 1
      if (seen === 3) await pauseIssue(await steering())
    },
  })
  await addReaders(45)
  expect(await sendIssueNow(stage, stage.mailer, 1)).toMatchObject({ state: 'paused' })
  expect(stage.sink.accepted.length).toBeLessThan(25)
  expect(await sendIssueNow(stage)).toMatchObject({ state: 'paused', handled: 0 })

  const outcome = await resumeIssue(await steering())
  expect(outcome).toMatchObject({ kind: 'done', issue: { state: 'sending' } })
  expect(await closeAsSent(await steering())).toEqual({ kind: 'not-now', state: 'sending' })
  expect(await sendIssueNow(stage)).toMatchObject({ state: 'finished' })
  expect(new Set(stage.sink.addresses()).size).toBe(45)
  expect(stage.sink.accepted).toHaveLength(45)
})

it('shows the public no issue that was paused before its first mail, and one that was paused after it', async () => {
  await addReaders(2)
  const { payload } = stage.test
  const shown = async () => {
    const { key } = await openedIssue(stage)
    const listed = await pastIssues(payload, 10)
    return [listed.length, (await readPastIssue(payload, key)) !== null]
  }
  await pauseIssue(await steering())
  expect(await shown()).toEqual([0, false])
  await resumeIssue(await steering())

  const nowhere = smtpMailer({ url: 'smtp://127.0.0.1:1', from: 'a@signpost.example' })
  await runAt(clock(), nowhere)
  await nowhere.close()
  await pauseIssue(await steering())
  expect(await shown()).toEqual([1, true])
})

it('ends a cancelled issue, and tells with the next one only those who have not heard', async () => {
  let seen = 0
  await openStageWith({
    afterAccepting: async () => {
      seen += 1
      if (seen === 2) await pauseIssue(await steering())
    },
  })
  await addReaders(30)
  await sendIssueNow(stage, stage.mailer, 1)
  const told = stage.sink.addresses()
  expect(await cancelIssue(await steering())).toMatchObject({ issue: { state: 'cancelled' } })
  expect(Object.values(await ledger(stage))).toContain('skipped: the issue was cancelled')

  expect(await sendIssueNow(stage)).toMatchObject({ state: 'finished', handled: 30 - told.length })
  expect(stage.sink.accepted).toHaveLength(30)
  expect(new Set(stage.sink.addresses()).size).toBe(30)
})

it('pauses itself when the mail server refuses the sender, and tells staff once', async () => {
  await addReaders(3)
  const server = await openScriptedSmtp({ MAIL: '550 5.7.1 not from you' })
  const refused = smtpMailer({ url: server.url, from: 'a@signpost.example', connections: 1 })
  const slotAt = new Date((await openedIssue(stage)).slotAt)
  expect(await runAt(slotAt, refused)).toMatchObject({ state: 'paused' })
  await refused.close()
  await server.close()

  const tick = () => tickBulletin({ ...stage.test, ...stage, now: slotAt, clock: () => slotAt })
  expect(await tick()).toEqual({ kind: 'not-due' })
  expect(await tick()).toEqual({ kind: 'not-due' })
  expect(stage.sink.accepted.map(({ parsed }) => parsed.subject)).toEqual([
    expect.stringMatching(/^The Bulletin waits for you: weekly:/),
  ])
  expect(stage.sink.accepted[0]?.parsed.text).toContain('550 5.7.1 not from you')
  expect(await ledger(stage)).toMatchObject({ reader0: 'pending', reader2: 'pending' })
})

it('pauses itself when more than one mail in twenty is refused for good, and goes on after a look', async () => {
  await openStageWith({
    onRecipient: (to) =>
      /reader\d*7@/.test(to) ? Promise.reject(refuseWith('5.1.1 nobody', 550)) : Promise.resolve(),
  })
  await addReaders(125)
  expect(await sendIssueNow(stage, stage.mailer, 1)).toMatchObject({ state: 'paused' })
  const { docs } = await stage.test.payload.find({
    collection: 'bulletin-issues',
    overrideAccess: true,
  })
  expect(docs[0]?.pausedReason).toMatch(/^\d+ of 1\d\d mails were refused for good$/)

  await resumeIssue(await steering())
  expect(await sendIssueNow(stage, stage.mailer, 1)).toMatchObject({ state: 'finished' })
})

it('asks for a look once two of a hundred call an issue junk, whatever they call another', async () => {
  const { payload } = stage.test
  const issue = await openedIssue(stage)
  const complain = (issueKey: string, number: number) =>
    payload.db.updateOne({
      collection: 'bulletin-deliveries',
      where: { key: { equals: `${issueKey}:${number}` } },
      data: { complainedAt: clock().toISOString() },
    })
  for (const issueKey of [issue.key, 'weekly:2026-01-02']) {
    for (let number = 0; number < 100; number += 1) await addSent(payload, issueKey, number)
    await complain(issueKey, 1)
  }
  const store = deliveryStoreOf(payload)
  expect(await tooManyComplaints(payload, store, issue)).toBeNull()

  await complain(issue.key, 2)
  expect(await tooManyComplaints(payload, store, issue)).toBe(
    '2 of 100 readers called the mail junk',
  )
})

it('leaves a mail server that is away alone, longer each time, and sends all when it is back', async () => {
  await addReaders(8)
  const nowhere = smtpMailer({ url: 'smtp://127.0.0.1:1', from: 'a@signpost.example' })
  const start = clock()
  expect(await runAt(start, nowhere)).toMatchObject({ kind: 'waiting', handled: 5 })
  expect(await runAt(after(0.9, start), nowhere)).toMatchObject({ kind: 'waiting', handled: 0 })
  expect(await runAt(after(1.1, start), nowhere)).toMatchObject({ kind: 'waiting', handled: 1 })
  expect(await runAt(after(2.9, start), nowhere)).toMatchObject({ kind: 'waiting', handled: 0 })
  await nowhere.close()

  const back = mailerTo(stage.sink)
  expect(await runAt(after(3.2, start), back)).toMatchObject({ state: 'finished', handled: 8 })
  await back.close()
  expect(new Set(stage.sink.addresses()).size).toBe(8)
})
