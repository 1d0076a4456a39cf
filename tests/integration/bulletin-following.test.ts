import { expect, it } from 'vitest'
import { explainMember } from '@/bulletin/explain-member'
import { readSubscription, setSubscription } from '@/bulletin/subscriptions'
import type { Briefing, Series } from '@/payload-types'
import { clock, ledger, memberIdOf, sendIssueNow } from '../support/bulletin-stage'
import { addMember, publishBriefing } from '../support/bulletin-world'
import { stageForEach } from '../support/stage-for-each'

let practice: Series
const stage = stageForEach(async () => {
  practice = await stage.test.payload.create({
    collection: 'series',
    overrideAccess: true,
    data: { name: 'Ideas in Practice' },
  })
})

type Wish = { seriesIds?: string[]; briefingIds?: string[]; topicIds?: string[] }

async function addFollower(name: string, scope: 'topics' | 'followed', wish: Wish) {
  const member = await addMember(stage.test.payload, name, stage.world.council)
  await setSubscription({
    payload: stage.test.payload,
    memberId: member.id,
    status: 'active',
    scope,
    ...wish,
    madeThrough: 'account',
    wording: 'Send me the Bulletin.',
    now: clock(),
  })
}

const updateOf = ({ id }: Briefing) =>
  stage.test.payload.update({
    collection: 'briefings',
    id,
    overrideAccess: true,
    data: { updateKind: 'substantial', changeNote: 'New figures.', _status: 'published' },
  })

const mailTo = (name: string) =>
  stage.sink.accepted.filter(({ to }) => to === `${name}@example.org`).at(-1)?.parsed

it('tells those who follow a series of its briefings alone, under its name', async () => {
  await addFollower('ana', 'followed', { seriesIds: [practice.id] })
  await addFollower('ben', 'topics', { topicIds: [stage.world.crime.id], seriesIds: [practice.id] })
  const { payload } = stage.test
  const { housing } = stage.world
  await publishBriefing(payload, {
    title: 'Night shelters',
    series: practice.id,
    topics: [housing.id],
  })
  await publishBriefing(payload, { title: 'Rents', topics: [housing.id] })

  await sendIssueNow(stage)

  for (const name of ['ana', 'ben']) {
    const text = mailTo(name)?.text ?? ''
    expect(text).toContain('Ideas in Practice\n-----------------\n\nNight shelters')
    expect(text).not.toContain('Rents')
  }
  expect(mailTo('ana')?.text).toContain(
    'You get this because you asked for what is new in the series Ideas in Practice.',
  )
  expect(mailTo('ben')?.text).toContain(
    'asked for news on Crime; what is new in the series Ideas in Practice.',
  )
})

it('tells those who follow a briefing of its updates, and of nothing else', async () => {
  const { payload } = stage.test
  const { housing } = stage.world
  const followed = await publishBriefing(payload, { title: 'County lines', topics: [housing.id] })
  await addFollower('ana', 'followed', { briefingIds: [followed.id] })
  await sendIssueNow(stage)
  expect(await ledger(stage)).toEqual({ ana: 'skipped: nothing new on their topics' })

  await updateOf(followed)
  await publishBriefing(payload, { title: 'Rents', topics: [housing.id] })
  await sendIssueNow(stage)

  expect(stage.sink.addresses()).toEqual(['ana@example.org'])
  const text = mailTo('ana')?.text ?? ''
  expect(text).toContain('Briefings you follow')
  expect(text).toContain('asked for updates to “County lines”.')
  expect(text).not.toContain('Rents')
})

it('never takes nothing followed for everything', async () => {
  await addFollower('ana', 'followed', {})
  await publishBriefing(stage.test.payload, { title: 'Rents', topics: [stage.world.housing.id] })

  await sendIssueNow(stage)

  expect(stage.sink.accepted).toHaveLength(0)
})

it('names no followed briefing that readers may no longer know of', async () => {
  const { payload } = stage.test
  const hidden = await publishBriefing(payload, { title: 'Taken back' })
  await addFollower('ana', 'topics', { briefingIds: [hidden.id] })
  await payload.update({
    collection: 'briefings',
    id: hidden.id,
    overrideAccess: true,
    data: { _status: 'draft' },
  })
  await publishBriefing(payload, { title: 'Rents', topics: [stage.world.housing.id] })

  await sendIssueNow(stage)

  expect(mailTo('ana')?.text).toContain('Rents')
  expect(mailTo('ana')?.text).not.toContain('Taken back')
})

it('lets go of a series or a briefing that is deleted', async () => {
  const { payload } = stage.test
  const gone = await publishBriefing(payload, { title: 'Gone' })
  await addFollower('ana', 'followed', { briefingIds: [gone.id], seriesIds: [practice.id] })
  await payload.delete({ collection: 'briefings', id: gone.id, overrideAccess: true })
  await payload.delete({ collection: 'series', id: practice.id, overrideAccess: true })
  await publishBriefing(payload, { title: 'Rents' })

  await sendIssueNow(stage)

  expect(await ledger(stage)).toEqual({ ana: 'skipped: nothing new on their topics' })
})

it('takes a subscription from before there was a choice for one on topics', async () => {
  const member = await addMember(stage.test.payload, 'ana', stage.world.council)
  await stage.test.payload.db.create({
    collection: 'subscriptions',
    data: { member: member.id, status: 'active', scope: null },
  })
  await publishBriefing(stage.test.payload, { title: 'Rents' })

  await sendIssueNow(stage)

  expect(stage.sink.addresses()).toEqual(['ana@example.org'])
  const memberId = await memberIdOf(stage, 'ana')
  const same = await setSubscription({
    payload: stage.test.payload,
    memberId,
    status: 'active',
    topicIds: [],
    madeThrough: 'account',
    wording: '',
    now: clock(),
  })
  expect(same).toEqual(await readSubscription({ payload: stage.test.payload, memberId }))
})

it('says to staff what brought a follower each item, and why not the rest', async () => {
  const { payload, settings } = stage.test
  const topics = [stage.world.housing.id]
  const followed = await publishBriefing(payload, { title: 'County lines', topics })
  const wish = { seriesIds: [practice.id], briefingIds: [followed.id] }
  await addFollower('ana', 'followed', wish)
  await sendIssueNow(stage)
  await updateOf(followed)
  await publishBriefing(payload, { title: 'Night shelters', series: practice.id, topics })
  await publishBriefing(payload, { title: 'Rents', topics })
  await sendIssueNow(stage)

  const address = 'ana@example.org'
  const explained = await explainMember({ payload, settings, address, now: clock() })
  const { inMail, leftOut } = explained?.issues[0] ?? {}
  expect(Object.fromEntries((inMail ?? []).map(({ title, why }) => [title, why]))).toEqual({
    'Night shelters': 'of the series they follow, Ideas in Practice',
    'County lines': 'an update of a briefing they follow',
  })
  expect(leftOut).toMatchObject([
    {
      title: 'Rents',
      why: 'not among the series and briefings they follow, and they take nothing else',
    },
  ])
})
