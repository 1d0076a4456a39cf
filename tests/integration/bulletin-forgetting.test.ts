import { expect, it } from 'vitest'
import { forgetAddresses } from '@/bulletin/forget-addresses'
import { forgetBodies } from '@/bulletin/forget-bodies'
import { forgetConsents } from '@/bulletin/forget-consents'
import { forgetHistory } from '@/bulletin/forget-history'
import { forgetPast } from '@/bulletin/forget-past'
import { issueStatus } from '@/bulletin/issue-status'
import { retryRows } from '@/bulletin/retry-rows'
import { runIssue } from '@/bulletin/run-issue'
import { setSubscription } from '@/bulletin/subscriptions'
import type { BulletinBody, BulletinDelivery } from '@/payload-types'
import { clock, leave, sendIssueNow } from '../support/bulletin-stage'
import { addMember, addReader, publishBriefing } from '../support/bulletin-world'
import { stageForEach } from '../support/stage-for-each'

const DAY = 24 * 60 * 60 * 1000
const inDays = (days: number) => new Date(Date.now() + days * DAY)

const stage = stageForEach(async () => {
  const { council, housing } = stage.world
  await publishBriefing(stage.test.payload, { title: 'Rents', topics: [housing.id] })
  for (const name of ['ana', 'ben']) await addReader(stage.test.payload, name, council, [housing])
})

async function rows<T extends object>(collection: string): Promise<(T & { id: string })[]> {
  const { docs } = await stage.test.payload.db.find<T & { id: string }>({
    collection: collection as 'members',
    where: {},
    limit: 0,
    pagination: false,
    sort: 'id',
  })
  return docs
}

const deliveries = () => rows<BulletinDelivery>('bulletin-deliveries')
const bodies = () => rows<BulletinBody>('bulletin-bodies')

async function memberId(name: string): Promise<string> {
  const members = await rows<{ name: string }>('members')
  return members.find((member) => member.name === name)?.id ?? ''
}

it('keeps the words of a mail for seven days after its issue closed, and what it told of for longer', async () => {
  await sendIssueNow(stage)
  const { payload } = stage.test

  expect(await forgetBodies(payload, inDays(6))).toBe(0)
  expect((await bodies())[0]?.html).toContain('Rents')

  expect(await forgetBodies(payload, inDays(8))).toBe(1)
  expect(await forgetBodies(payload, inDays(8))).toBe(0)
  expect(await bodies()).toMatchObject([{ html: '', text: '', items: [{ edition: 1 }] }])
})

it('leaves the words of an issue that is still under way', async () => {
  await sendIssueNow(stage)
  await stage.test.payload.db.updateMany({
    collection: 'bulletin-issues',
    where: {},
    data: { state: 'paused', pausedFrom: 'sending' },
  })

  expect(await forgetBodies(stage.test.payload, inDays(100))).toBe(0)
})

it('writes a mail anew that is repeated after its words were forgotten', async () => {
  await sendIssueNow(stage)
  const { payload } = stage.test
  const [first] = await deliveries()
  await payload.db.updateOne({
    collection: 'bulletin-deliveries',
    where: { id: { equals: first!.id } },
    data: { state: 'uncertain' },
  })
  await payload.db.deleteMany({
    collection: 'bulletin-receipts',
    where: { memberId: { equals: first!.memberId } },
  })
  await forgetBodies(payload, inDays(8))
  const asked = { issueKey: first!.issueKey, which: 'uncertain', decidedBy: 'a test' } as const
  await retryRows({ payload, ...asked, clock })
  await runIssue({
    ...stage.test,
    mailer: stage.mailer,
    findsAmong: stage.findsAmong,
    issueKey: first!.issueKey,
    clock,
  })

  const again = stage.sink.accepted.filter(({ to }) => to === first!.address)
  expect(again).toHaveLength(2)
  expect(again[1]?.parsed.text).toContain('Rents')
})

it('forgets the address of who has left after 28 days, and never mails it twice all the same', async () => {
  await sendIssueNow(stage)
  const { payload } = stage.test
  await leave(stage, await memberId('ana'))

  expect(await forgetAddresses(payload, inDays(27))).toBe(0)
  expect(await forgetAddresses(payload, inDays(29))).toBe(1)

  const left = (await deliveries()).sort((a, b) => a.address.localeCompare(b.address))
  expect(left.map(({ address }) => address)).toEqual(['', 'ben@example.org'])
  expect(left[0]?.addressHash).toMatch(/^[0-9a-f]{64}$/)
  const twin = { ...left[0]!, id: undefined, key: 'another', token: 'another' }
  await expect(
    payload.db.create({ collection: 'bulletin-deliveries', data: twin }),
  ).rejects.toThrow()
})

it('counts the 28 days from the last time somebody left', async () => {
  await sendIssueNow(stage)
  const { payload } = stage.test
  const id = await memberId('ana')
  const choose = (status: 'active' | 'unsubscribed', now: Date) =>
    setSubscription({ payload, memberId: id, status, madeThrough: 'account', wording: '', now })
  await choose('unsubscribed', inDays(0))
  await choose('active', inDays(10))
  expect(await forgetAddresses(payload, inDays(40))).toBe(0)
  await choose('unsubscribed', inDays(41))

  expect(await forgetAddresses(payload, inDays(60))).toBe(0)
  expect(await forgetAddresses(payload, inDays(70))).toBe(1)
})

it('forgets after a year what became of each mail, but neither the sums nor who was told of what', async () => {
  await sendIssueNow(stage)
  const { payload } = stage.test
  const [issue] = await rows<{ key: string }>('bulletin-issues')

  expect(await forgetHistory(payload, inDays(364))).toBe(0)
  expect(await forgetHistory(payload, inDays(367))).toBe(3)

  expect(await deliveries()).toEqual([])
  expect(await rows('bulletin-receipts')).toHaveLength(2)
  expect(await issueStatus(payload, issue!.key)).toMatchObject({ candidates: 2, sent: 2 })
})

it('keeps the proof of consent while somebody is subscribed, and for six years after', async () => {
  const { payload } = stage.test
  await leave(stage, await memberId('ana'))

  expect(await forgetConsents(payload, inDays(5 * 365))).toBe(0)
  expect(await forgetConsents(payload, inDays(6 * 365 + 3))).toBe(1)

  const left = await rows<{ memberId: string }>('consent-events')
  expect(left.map((event) => event.memberId)).toEqual([await memberId('ben')])
})

it('forgets all of it in one go, time and again', async () => {
  await sendIssueNow(stage)
  await leave(stage, await memberId('ana'))

  await forgetPast(stage.test.payload, inDays(30))
  await forgetPast(stage.test.payload, inDays(30))

  expect((await bodies())[0]?.html).toBe('')
})

it('lets a deleted member leave nothing of their address but a hash that keeps it from being mailed', async () => {
  const { payload } = stage.test
  await sendIssueNow(stage)
  const id = await memberId('ana')
  const before = await deliveries()
  await payload.delete({ collection: 'members', id, overrideAccess: true })

  for (const { slug } of payload.config.collections) {
    const held = JSON.stringify(await rows(slug))
    expect(held, slug).not.toContain('ana@example.org')
  }
  expect(await rows('suppressions')).toMatchObject([
    {
      reason: 'erased',
      addressHash: before.find(({ address }) => address === 'ana@example.org')?.addressHash,
    },
  ])
  const receipts = await rows<{ memberId: string }>('bulletin-receipts')
  expect(receipts.map((receipt) => receipt.memberId)).toEqual([await memberId('ben')])
  expect(await rows('bulletin-letters')).toHaveLength(1)
})

it('does not mail an erased address that an import brings back, until its owner asks for it', async () => {
  const { payload } = stage.test
  const { council, housing } = stage.world
  const id = await memberId('ana')
  await payload.delete({ collection: 'members', id, overrideAccess: true })
  const again = await addMember(payload, 'ana', council)
  const subscribe = (madeThrough: 'import' | 'account') =>
    setSubscription({
      payload,
      memberId: again.id,
      status: 'active',
      topicIds: madeThrough === 'import' ? [housing.id] : [],
      madeThrough,
      wording: 'Yes please',
      now: clock(),
    })
  await subscribe('import')
  await sendIssueNow(stage)
  expect(stage.sink.addresses()).toEqual(['ben@example.org'])

  await leave(stage, again.id)
  await subscribe('account')
  await publishBriefing(payload, { title: 'Repairs', topics: [housing.id] })
  await sendIssueNow(stage)

  expect(stage.sink.addresses()).toContain('ana@example.org')
  expect(await rows('suppressions')).toEqual([])
})
