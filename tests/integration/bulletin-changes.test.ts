import { rm } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { resumeAtWord, takeAsSent } from '@/bulletin/restored-database'
import { setSubscription } from '@/bulletin/subscriptions'
import type { Briefing, BulletinIssue } from '@/payload-types'
import {
  type BulletinStage,
  clock,
  ledger,
  memberIdOf,
  openedIssue,
  openStage,
  sendIssueNow,
} from '../support/bulletin-stage'
import { addReader, publishArticle, publishBriefing } from '../support/bulletin-world'

let stage: BulletinStage
afterEach(() => stage.close())

const DAY = 24 * 60 * 60 * 1000
const textTo = (name: string) =>
  stage.sink.accepted.find(({ to }) => to.startsWith(name))?.parsed.text ?? ''

/** A stage on which something happens when the first mail has been accepted; readers are sent to by name. */
async function whenTheFirstIsSent(happens: () => Promise<unknown>): Promise<Briefing> {
  let isFirst = true
  stage = await openStage(
    {
      afterAccepting: async () => {
        if (!isFirst) return
        isFirst = false
        await happens()
      },
    },
    1,
  )
  const { payload } = stage.test
  const { housing, crime, council } = stage.world
  const rents = await publishBriefing(payload, { title: 'Rents rising', topics: [housing.id] })
  await publishBriefing(payload, { title: 'County lines', topics: [crime.id] })
  await addReader(payload, 'ana', council, [housing, crime])
  await addReader(payload, 'ben', council, [housing, crime])
  await addReader(payload, 'cai', council, [housing])
  return rents
}

const changeBriefing = (id: string, data: Partial<Briefing>) =>
  stage.test.payload.update({
    collection: 'briefings',
    id,
    overrideAccess: true,
    data,
  })

it.each([
  ['dated into the future', { publishedAt: new Date(Date.now() + 7 * DAY).toISOString() }],
  ['taken back', { _status: 'draft' as const }],
])(
  'leaves a briefing that is %s out of mail that has not gone, and tells of it once it is back',
  async (_how, change) => {
    const rents = await whenTheFirstIsSent(() => changeBriefing(rents.id, change))
    expect(await sendIssueNow(stage, stage.mailer, 1)).toMatchObject({ state: 'finished' })

    expect(textTo('ana')).toContain('Rents rising')
    expect(textTo('ben')).toContain('County lines')
    expect(textTo('ben')).not.toContain('Rents rising')
    expect((await ledger(stage)).cai).toBe('skipped: what was new was taken back')

    const publishedAt = new Date(Date.now() - DAY).toISOString()
    await changeBriefing(rents.id, { _status: 'published', publishedAt })
    const before = stage.sink.accepted.length
    await sendIssueNow(stage)
    const late = stage.sink.accepted.slice(before)
    expect(late.map(({ to }) => to).sort()).toEqual(['ben@example.org', 'cai@example.org'])
    for (const { parsed } of late) expect(parsed.text).toContain('Rents rising')
  },
)

it.each([
  ['dated into the future', { publishedAt: new Date(Date.now() + 7 * DAY).toISOString() }],
  ['taken back', { _status: 'draft' as const }],
])('leaves an article that is %s out of mail that has not gone', async (_how, data) => {
  let articleId = ''
  await whenTheFirstIsSent(() =>
    stage.test.payload.update({
      collection: 'articles',
      id: articleId,
      overrideAccess: true,
      data,
    }),
  )
  articleId = (await publishArticle(stage.test.payload, { title: 'Of homes' })).id
  await sendIssueNow(stage, stage.mailer, 1)

  expect(textTo('ana')).toContain('Of homes')
  for (const name of ['ben', 'cai']) {
    expect(textTo(name)).toContain('Rents rising')
    expect(textTo(name)).not.toContain('Of homes')
  }
})

it('mails nobody whose membership ends, or whose account is deleted, before their turn', async () => {
  await whenTheFirstIsSent(async () => {
    const { payload } = stage.test
    await payload.update({
      collection: 'organisations',
      id: stage.world.council.id,
      overrideAccess: true,
      data: { membershipTo: new Date(Date.now() - 60 * DAY).toISOString() },
    })
    const id = await memberIdOf(stage, 'cai')
    await payload.delete({ collection: 'members', id, overrideAccess: true })
  })
  await sendIssueNow(stage, stage.mailer, 1)

  expect(stage.sink.addresses()).toEqual(['ana@example.org'])
  const { ben, cai, '': erased } = await ledger(stage)
  expect(ben).toBe('skipped: membership lapsed')
  expect(cai).toBeUndefined()
  expect(erased).toBe('suppressed: no longer a member')
})

it('sends what was promised when topics are changed meanwhile: they count from the next issue', async () => {
  await whenTheFirstIsSent(async () => {
    await setSubscription({
      payload: stage.test.payload,
      memberId: await memberIdOf(stage, 'cai'),
      status: 'active',
      topicIds: [stage.world.crime.id],
      madeThrough: 'account',
      wording: 'Send me the Bulletin.',
      now: clock(),
    })
  })
  await sendIssueNow(stage, stage.mailer, 1)
  expect(textTo('cai')).toContain('Rents rising')
})

/** The database as a copy from before the Bulletin was sent would have it. */
async function putBackACopyFromBefore(): Promise<void> {
  const { db } = stage.test.payload
  for (const collection of [
    'bulletin-issues',
    'bulletin-items',
    'bulletin-bodies',
    'bulletin-deliveries',
    'bulletin-receipts',
  ] as const) {
    await db.deleteMany({ collection, where: {} })
  }
}

async function sendThenPutBack(): Promise<BulletinIssue> {
  await whenTheFirstIsSent(() => Promise.resolve())
  await sendIssueNow(stage)
  expect(stage.sink.accepted).toHaveLength(3)
  await putBackACopyFromBefore()
  return openedIssue(stage)
}

const atAWord = (issue: BulletinIssue) => ({
  ...stage.test,
  issueKey: issue.key,
  by: 'an editor',
  why: 'looked at the outbox',
  now: clock(),
})

it('sends nothing from a database that was put back, until a person says so', async () => {
  const issue = await sendThenPutBack()
  expect(await sendIssueNow(stage)).toMatchObject({ state: 'paused', handled: 0 })
  expect(await sendIssueNow(stage)).toMatchObject({ state: 'paused', handled: 0 })
  expect(stage.sink.accepted).toHaveLength(3)

  await resumeAtWord(atAWord(issue))
  expect(await sendIssueNow(stage)).toMatchObject({ state: 'finished', handled: 3 })
})

it('takes an issue as sent at a person’s word, and announces none of it again', async () => {
  const issue = await sendThenPutBack()
  await sendIssueNow(stage)
  expect(await takeAsSent(atAWord(issue))).toMatchObject({ issue: { state: 'finished' } })
  expect(await sendIssueNow(stage)).toMatchObject({ state: 'empty' })
  expect(stage.sink.accepted).toHaveLength(3)
})

it('trusts a database whose folder was never sent from', async () => {
  await sendThenPutBack()
  await rm(path.join(stage.test.dataDir, 'bulletin-sent.json'))
  expect(await sendIssueNow(stage)).toMatchObject({ state: 'finished' })
})
