import { expect, it } from 'vitest'
import { deliveryStoreOf } from '@/bulletin/adapters/by-database'
import { setSubscription } from '@/bulletin/subscriptions'
import { tickBulletin } from '@/bulletin/tick-bulletin'
import {
  addSevenReaders,
  clock,
  leave,
  memberIdOf,
  openedIssue,
  sendIssueNow,
} from '../support/bulletin-stage'
import { addMember, addReader, publishBriefing } from '../support/bulletin-world'
import { failingWrites } from '../support/failing-writes'
import { stageForEach } from '../support/stage-for-each'

const stage = stageForEach()

const mailing = () => ({ mailer: stage.mailer, findsAmong: stage.findsAmong })

it('writes each reader a mail that can be left with one click', async () => {
  await addSevenReaders(stage)
  await sendIssueNow(stage)
  const tokens = stage.sink.accepted.map(({ parsed, raw }) => {
    const link = /<(http[^>]*\/u\/[^>]*)>/.exec(raw)?.[1] ?? ''
    expect(raw).toMatch(/^List-Unsubscribe: <http/m)
    expect(parsed.headers.get('list')).toHaveProperty(
      'unsubscribe-post.name',
      'List-Unsubscribe=One-Click',
    )
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated')
    expect(parsed.subject).toBe('New briefing: Housing First in practice')
    expect(parsed.text).toContain(`/bulletin/preferences/${link.split('/u/')[1]}`)
    return link
  })

  expect(new Set(tokens).size).toBe(3)
})

it('names in the next issue what may not have arrived, and only to whom it may not have', async () => {
  await addSevenReaders(stage)
  await sendIssueNow(stage)
  const store = deliveryStoreOf(stage.test.payload)
  const ana = await memberIdOf(stage, 'ana')
  const [row] = await store.ofMember(ana, 'sent')
  await store.change(row!.id, { state: 'sent' }, { state: 'uncertain' })
  await stage.test.payload.db.deleteMany({
    collection: 'bulletin-receipts',
    where: { memberId: { equals: ana } },
  })
  await publishBriefing(stage.test.payload, {
    title: 'Rents rising',
    topics: [stage.world.housing.id],
  })
  stage.sink.accepted.length = 0
  await sendIssueNow(stage)

  const textTo = (name: string) =>
    stage.sink.accepted.find(({ to }) => to.startsWith(name))?.parsed.text ?? ''
  expect(textTo('ana')).toContain('From last week, in case it did not reach you')
  expect(textTo('ana')).toContain('Housing First in practice')
  expect(textTo('ben')).toContain('Rents rising')
  expect(textTo('ben')).not.toContain('Housing First in practice')
})

it('does not mail what was published before the Bulletin was put in use', async () => {
  const { payload } = stage.test
  await payload.db.deleteMany({ collection: 'mailer-state', where: {} })
  await publishBriefing(payload, { title: 'From the archive', topics: [stage.world.housing.id] })
  await addReader(payload, 'ana', stage.world.council, [stage.world.housing])

  expect(await sendIssueNow(stage)).toMatchObject({ state: 'empty' })
  await publishBriefing(payload, { title: 'Of this week', topics: [stage.world.housing.id] })
  await sendIssueNow(stage)

  expect(stage.sink.accepted).toHaveLength(1)
  expect(stage.sink.accepted[0]?.parsed.text).not.toContain('From the archive')
})

it('never names what members alone may read', async () => {
  const { payload } = stage.test
  const briefing = await publishBriefing(payload, {
    title: 'Open title',
    topics: [stage.world.housing.id],
    keyPoints: [{ text: 'plantedkeypoint' }],
  })
  await payload.update({
    collection: 'briefings',
    id: briefing.id,
    overrideAccess: true,
    data: { updateKind: 'substantial', changeNote: 'plantednote', _status: 'published' },
  })
  await addReader(payload, 'ana', stage.world.council, [stage.world.housing])
  await sendIssueNow(stage)

  expect(stage.sink.accepted[0]?.parsed.subject).toBe('Updated briefing: Open title')
  expect(stage.sink.accepted[0]?.raw).not.toMatch(/planted/)
  const { docs } = await payload.find({ collection: 'bulletin-items', overrideAccess: true })
  expect(JSON.stringify(docs)).not.toMatch(/planted/)
})

it('waits for its slot, and sends at it', async () => {
  await addSevenReaders(stage)
  const issue = await openedIssue(stage)
  const slotAt = new Date(issue.slotAt)
  const tick = (now: Date) => tickBulletin({ ...stage.test, ...mailing(), now, clock: () => now })

  expect(issue.state).toBe('planned')
  expect(await tick(new Date(slotAt.getTime() - 1000))).toEqual({ kind: 'not-due' })
  expect(await tick(slotAt)).toMatchObject({ kind: 'closed', state: 'finished' })
  expect(stage.sink.addresses().filter((to) => to.endsWith('@example.org'))).toHaveLength(3)
  expect(await tick(slotAt)).toEqual({ kind: 'not-due' })
})

it('takes back what waits, and keeps the proof, when leaving is repeated after a crash', async () => {
  await addSevenReaders(stage)
  const { payload } = stage.test
  const memberId = await memberIdOf(stage, 'ana')
  const writes = failingWrites(payload)
  writes.crashAfter(1)
  await expect(leave(stage, memberId)).rejects.toThrow()
  writes.restart()
  const proofs = async () => {
    const where = { memberId: { equals: memberId } }
    const { docs } = await payload.find({
      collection: 'consent-events',
      overrideAccess: true,
      where,
    })
    return docs.map(({ action }) => action).sort()
  }
  expect(await proofs()).toEqual(['subscribed'])

  await leave(stage, memberId)
  await leave(stage, memberId)
  expect(await proofs()).toEqual(['one-click-unsubscribed', 'subscribed'])
  await sendIssueNow(stage)
  expect(stage.sink.addresses()).toEqual(['ben@example.org', 'cai@example.org'])
})

it('keeps proof of consent before the first mail it allows, and of leaving', async () => {
  const member = await addMember(stage.test.payload, 'ana', stage.world.council)
  const change = (status: 'active' | 'unsubscribed') =>
    setSubscription({
      payload: stage.test.payload,
      memberId: member.id,
      status,
      topicIds: [stage.world.crime.id],
      madeThrough: 'account',
      wording: 'Send me the Bulletin.',
      now: clock(),
    })
  await change('active')
  await change('active')
  await change('unsubscribed')
  await change('active')
  const { docs } = await stage.test.payload.find({
    collection: 'consent-events',
    overrideAccess: true,
    sort: 'at',
  })

  expect(docs.map(({ action }) => action)).toEqual(['subscribed', 'unsubscribed', 'resubscribed'])
})
