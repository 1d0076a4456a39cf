import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { follow, type Followed, unfollow } from '@/bulletin/follow'
import { readerByToken, unsubscribeByToken } from '@/bulletin/reader-link'
import { readSubscription, setSubscription } from '@/bulletin/subscriptions'
import { subscriberToken } from '@/bulletin/tokens'
import { undoChoice } from '@/bulletin/undo-choice'
import { FOLLOW_WORDS } from '@/bulletin/wording'
import type { ConsentEvent, Member } from '@/payload-types'
import { addMember, publishBriefing } from '../support/bulletin-world'
import { stageForEach } from '../support/stage-for-each'

const DAY = 24 * 60 * 60 * 1000
const inDays = (days: number) => new Date(Date.now() + days * DAY)

let ana: Member
let briefing: Followed
let series: Followed
const stage = stageForEach(async () => {
  const { payload } = stage.test
  ana = await addMember(payload, 'ana', stage.world.council)
  briefing = { kind: 'briefing', id: (await publishBriefing(payload, { title: 'Rents' })).id }
  const made = await payload.create({
    collection: 'series',
    overrideAccess: true,
    data: { name: 'Ideas in Practice' },
  })
  series = { kind: 'series', id: made.id }
})

let minutes = 0
/** Each choice a minute after the one before. */
const soon = () => new Date(Date.now() + (minutes += 1) * 60_000)

const set = (
  status: 'active' | 'paused' | 'unsubscribed',
  more: Partial<Parameters<typeof setSubscription>[0]> = {},
) =>
  setSubscription({
    payload: stage.test.payload,
    memberId: ana.id,
    status,
    madeThrough: 'account',
    wording: 'Send me the Bulletin.',
    now: soon(),
    ...more,
  })

const choose = (how: typeof follow | typeof unfollow, followed: Followed) =>
  how({
    payload: stage.test.payload,
    memberId: ana.id,
    followed,
    madeThrough: 'briefing-page',
    wording: FOLLOW_WORDS[followed.kind].sentence,
    now: soon(),
  })

const standing = () => readSubscription({ payload: stage.test.payload, memberId: ana.id })

async function proofs(): Promise<ConsentEvent[]> {
  const { docs } = await stage.test.payload.find({
    collection: 'consent-events',
    overrideAccess: true,
    sort: 'at',
    pagination: false,
  })
  return docs
}

it('subscribes who follows one briefing to that alone, and puts the words they saw on record', async () => {
  expect(await choose(follow, briefing)).toBe('done')
  expect(await choose(follow, briefing)).toBe('done')

  expect(await standing()).toMatchObject({
    status: 'active',
    scope: 'followed',
    topics: [],
    briefings: [briefing.id],
  })
  const words = FOLLOW_WORDS.briefing.sentence
  const hash = createHash('sha256').update(words).digest('hex')
  expect(await proofs()).toMatchObject([
    {
      action: 'subscribed',
      madeThrough: 'briefing-page',
      wording: words,
      wordingHash: hash,
      wordingVersion: hash.slice(0, 12),
      actor: 'the member, signed in',
      before: null,
    },
  ])
})

it('adds what is followed to the topics of who has some, and takes it off again alone', async () => {
  const { housing } = stage.world
  await set('active', { topicIds: [housing.id] })
  await choose(follow, briefing)
  await choose(follow, series)
  await choose(unfollow, briefing)

  expect(await standing()).toMatchObject({
    status: 'active',
    scope: 'topics',
    topics: [housing.id],
    series: [series.id],
    briefings: [],
  })
  expect((await proofs()).map(({ action }) => action)).toEqual([
    'subscribed',
    'follows-changed',
    'follows-changed',
    'follows-changed',
  ])
})

it('brings back nothing else of who left and then follows one briefing', async () => {
  await set('active', { topicIds: [stage.world.housing.id], seriesIds: [series.id] })
  await set('unsubscribed')
  await choose(follow, briefing)

  expect(await standing()).toMatchObject({
    status: 'active',
    scope: 'followed',
    series: [],
    briefings: [briefing.id],
  })
})

it('leaves a pause a pause when something is followed in it', async () => {
  await set('active')
  await set('paused', { pausedUntil: inDays(28) })
  await choose(follow, briefing)

  expect(await standing()).toMatchObject({ status: 'paused', briefings: [briefing.id] })
})

it('lets nobody follow what is not published', async () => {
  const { payload } = stage.test
  const draft = await publishBriefing(payload, { title: 'Secret', _status: 'draft' })
  const later = await publishBriefing(payload, {
    title: 'Soon',
    publishedAt: inDays(5).toISOString(),
  })

  for (const { id } of [draft, later]) {
    expect(await choose(follow, { kind: 'briefing', id })).toBe('unknown')
  }
  expect(await standing()).toBeNull()
})

it('takes the last change back, and that back again', async () => {
  const { housing, crime } = stage.world
  await set('active', { topicIds: [housing.id] })
  await set('active', { topicIds: [crime.id] })
  const undo = () =>
    undoChoice({
      payload: stage.test.payload,
      memberId: ana.id,
      madeThrough: 'preference-page',
      wording: 'Undo my last change',
      now: soon(),
    })

  expect(await undo()).toBe(true)
  expect(await standing()).toMatchObject({ topics: [housing.id] })
  expect(await undo()).toBe(true)
  expect(await standing()).toMatchObject({ topics: [crime.id] })
  await set('unsubscribed')
  expect(await undo()).toBe(true)
  expect(await standing()).toMatchObject({ status: 'active', topics: [crime.id] })
})

it('takes back nothing that is older than a day', async () => {
  await set('active')
  await set('unsubscribed')

  const undone = await undoChoice({
    payload: stage.test.payload,
    memberId: ana.id,
    madeThrough: 'preference-page',
    wording: 'Undo my last change',
    now: inDays(2),
  })

  expect(undone).toBe(false)
  expect(await standing()).toMatchObject({ status: 'unsubscribed' })
})

it('names the subscription whose link was used in the proof', async () => {
  const { id } = await set('active')
  const { payload, settings } = stage.test
  const token = subscriberToken(settings.secret, id)
  expect(await readerByToken({ payload, secret: settings.secret, token })).toMatchObject({
    maskedAddress: 'a•••@example.org',
  })
  await unsubscribeByToken({ payload, secret: settings.secret, token, now: soon() })
  await unsubscribeByToken({ payload, secret: settings.secret, token, now: soon() })
  await unsubscribeByToken({ payload, secret: settings.secret, token: 'v1unknown', now: soon() })

  expect((await proofs()).slice(1)).toMatchObject([
    { action: 'one-click-unsubscribed', tokenId: id, actor: 'a mail program, for its reader' },
  ])
})
