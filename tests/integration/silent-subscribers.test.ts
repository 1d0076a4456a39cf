import { expect, it } from 'vitest'
import { silentSubscribers } from '@/bulletin/silent-subscribers'
import { unfollowedTopics } from '@/bulletin/unfollowed-topics'
import { leave, sendIssueNow } from '../support/bulletin-stage'
import { addReader, publishBriefing } from '../support/bulletin-world'
import type { Topic } from '@/payload-types'
import { stageForEach } from '../support/stage-for-each'

const WEEK = 7 * 24 * 60 * 60 * 1000

const stage = stageForEach()

/** A reader who has been subscribed for so many weeks. */
async function addReaderOf(weeks: number, name: string, topics: readonly Topic[]) {
  const { payload } = stage.test
  const member = await addReader(payload, name, stage.world.council, topics)
  await payload.db.updateOne({
    collection: 'subscriptions',
    where: { member: { equals: member.id } },
    data: { createdAt: new Date(Date.now() - weeks * WEEK).toISOString() },
  })
  return member
}

async function sendAbout(title: string, topic: Topic) {
  await publishBriefing(stage.test.payload, { title, topics: [topic.id] })
  await sendIssueNow(stage)
}

const silent = async () =>
  (await silentSubscribers(stage.test.payload, new Date())).map(
    ({ address, topics, issues }) => `${address}: ${topics.join()}, ${issues}`,
  )

it('lists who has been subscribed for twelve weeks and got nothing in any of them', async () => {
  const { housing, crime } = stage.world
  await addReaderOf(20, 'quiet', [crime])
  await addReaderOf(20, 'hears', [housing])
  await addReaderOf(3, 'new', [crime])
  const gone = await addReaderOf(20, 'gone', [crime])
  expect(await silent()).toEqual([])

  await sendAbout('Rents rising', housing)
  await sendAbout('Housing First', housing)
  await leave(stage, gone.id)

  expect(await silent()).toEqual(['quiet@example.org: Crime, 2'])
})

it('does not call silent whom one issue of these weeks had something for', async () => {
  const { housing, crime } = stage.world
  await addReaderOf(20, 'quiet', [crime])
  await sendAbout('Knife crime', crime)
  await sendAbout('Rents rising', housing)

  expect(await silent()).toEqual([])
})

it('looks no further back than twelve weeks', async () => {
  const { housing, crime } = stage.world
  await addReaderOf(30, 'quiet', [crime])
  await sendAbout('Knife crime', crime)
  await stage.test.payload.db.updateOne({
    collection: 'bulletin-issues',
    where: { state: { equals: 'finished' } },
    data: { slotAt: new Date(Date.now() - 13 * WEEK).toISOString() },
  })
  await sendAbout('Rents rising', housing)

  expect(await silent()).toEqual(['quiet@example.org: Crime, 1'])
})

it('names the topics nobody follows, and how many hear of them all the same', async () => {
  const { payload } = stage.test
  const { housing, crime, council } = stage.world
  const below = (name: string, parent: Topic) =>
    payload.create({
      collection: 'topics',
      overrideAccess: true,
      data: { name, parent: parent.id },
    })
  await below('County lines', crime)
  const rents = await below('Rents', housing)
  await addReader(payload, 'ana', council, [rents])
  const unfollowed = async () => {
    const { topics, takeAll } = await unfollowedTopics(payload)
    return [topics.map(({ name }) => name), takeAll]
  }
  expect(await unfollowed()).toEqual([['County lines', 'Crime', 'Housing'], 0])

  const ben = await addReader(payload, 'ben', council, [crime, rents])
  await addReader(payload, 'cai', council, [])
  expect(await unfollowed()).toEqual([['Housing'], 1])

  await leave(stage, ben.id)
  expect(await unfollowed()).toEqual([['County lines', 'Crime', 'Housing'], 1])

  const dee = await addReader(payload, 'dee', council, [])
  await payload.db.updateOne({
    collection: 'subscriptions',
    where: { member: { equals: dee.id } },
    data: { scope: 'followed' },
  })
  expect(await unfollowed(), 'who takes only what they follow').toEqual([
    ['County lines', 'Crime', 'Housing'],
    1,
  ])
})
