import { afterAll, beforeAll, expect, it } from 'vitest'
import { payloadDeliveryStore } from '@/bulletin/adapters/payload-delivery-store'
import { followInbound } from '@/bulletin/collect-inbound'
import { toldTo } from '@/bulletin/receipts'
import { makeMailer } from '@/mail/make-mailer'
import type { BulletinIssue } from '@/payload-types'
import {
  addDelivery,
  inHours,
  type InboundWorld,
  openInboundWorld,
  reportAbout,
  rowOf,
} from '../support/inbound-world'

let world: InboundWorld
beforeAll(async () => {
  world = await openInboundWorld(['ned', 'oli', 'pam'])
})
afterAll(() => world.test.close())

const bounce = (name: string, issueKey: string, specimen: string) =>
  reportAbout(world, specimen, name, issueKey)

const ITEMS = [{ briefingId: 'a-briefing', edition: 1 }]

async function anIssue(key: string, state: BulletinIssue['state'], counts: object) {
  const { payload } = world.test
  await payload.db.create({
    collection: 'bulletin-issues',
    data: {
      key,
      state,
      slotAt: world.sentAt.toISOString(),
      timeZone: 'Europe/London',
      fence: 1,
      ...counts,
    },
  })
  await payload.db.create({
    collection: 'bulletin-bodies',
    data: { issueKey: key, itemSetHash: 'set', items: ITEMS, subject: 's', html: 'h', text: 't' },
  })
}

it.each(['postfix-unknown', 'postfix-delayed', 'yahoo-complaint', 'out-of-office-sieve'])(
  'takes %s as proof that an uncertain mail was accepted, with its receipts and sums',
  async (specimen) => {
    const issueKey = `weekly:proof-of-${specimen}`
    await anIssue(issueKey, 'finished', { candidates: 1, sent: 0, uncertain: 1 })
    const wish = { issueKey, state: 'uncertain', itemSetHash: 'set' } as const
    await addDelivery(world, 'ned', wish)
    const raw = await bounce('ned', issueKey, specimen)
    await world.receive(raw)
    await world.receive(raw)

    expect(await rowOf(world, 'ned', issueKey)).toMatchObject({ state: 'sent' })
    expect(await toldTo(world.test.payload, world.memberId('ned'))).toContain('a-briefing/1')
    const { docs } = await world.test.payload.db.find<BulletinIssue>({
      collection: 'bulletin-issues',
      where: { key: { equals: issueKey } },
    })
    expect(docs[0]).toMatchObject({ sent: 1, uncertain: 0 })
  },
)

it('sends nothing again to somebody who proves, while they wait, that they have it', async () => {
  const issueKey = 'weekly:tried-again'
  await anIssue(issueKey, 'sending', {})
  await addDelivery(world, 'oli', { issueKey, state: 'pending', attempts: 1, itemSetHash: 'set' })
  await world.receive(await bounce('oli', issueKey, 'out-of-office-sieve'))

  expect(await rowOf(world, 'oli', issueKey)).toMatchObject({ state: 'sent' })
  const store = payloadDeliveryStore(world.test.payload)
  expect(await store.due(issueKey, inHours(world.sentAt, 999), '', 10)).toEqual([])
})

it('remembers proof that came before its row was uncertain', async () => {
  const issueKey = 'weekly:quick-news'
  await anIssue(issueKey, 'sending', {})
  await addDelivery(world, 'pam', { issueKey, state: 'sending', itemSetHash: 'set' })
  await world.receive(await bounce('pam', issueKey, 'out-of-office-sieve'))
  const { id } = await rowOf(world, 'pam', issueKey)
  const { payload, settings } = world.test
  await payloadDeliveryStore(payload).change(id, { state: 'sending' }, { state: 'uncertain' })

  const mailer = makeMailer(settings)
  await followInbound({ payload, settings, mailer, clock: () => inHours(world.sentAt, 2) })
  await mailer.close()
  expect(await rowOf(world, 'pam', issueKey)).toMatchObject({ state: 'sent' })
})
