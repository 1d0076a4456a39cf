import { afterAll, beforeAll, expect, it } from 'vitest'
import { followInbound } from '@/bulletin/collect-inbound'
import { setSubscription } from '@/bulletin/subscriptions'
import { suppress } from '@/bulletin/suppressions'
import { addressHash } from '@/bulletin/tokens'
import type { ConsentEvent } from '@/payload-types'
import { makeMailer } from '@/mail/make-mailer'
import {
  addDelivery,
  barOn,
  inHours,
  ISSUE,
  type InboundWorld,
  openInboundWorld,
  reportAbout,
  rowOf,
  subscriptionOf,
} from '../support/inbound-world'

const WEEK = 7 * 24
const NAMES = [
  ...['ada', 'bob', 'cal', 'dot', 'eve', 'fin', 'gil', 'hal', 'ian', 'jan', 'kit', 'lil'],
  'max',
]

let world: InboundWorld
beforeAll(async () => {
  world = await openInboundWorld(NAMES)
})
afterAll(() => world.test.close())

const ask = (
  name: string,
  now: Date,
  madeThrough: ConsentEvent['madeThrough'] = 'account',
  status: 'active' | 'unsubscribed' = 'active',
) =>
  setSubscription({
    payload: world.test.payload,
    memberId: world.memberId(name),
    status,
    madeThrough,
    wording: 'This address works again',
    now,
  })

const bounce = (name: string, issueKey = ISSUE, specimen = 'postfix-unknown') =>
  reportAbout(world, specimen, name, issueKey)

const actionsOf = async (name: string) => {
  const { docs } = await world.test.payload.find({
    collection: 'consent-events',
    overrideAccess: true,
    where: { memberId: { equals: world.memberId(name) } },
    sort: 'at',
    pagination: false,
  })
  return docs.map(({ action }) => action)
}

const standing = async (name: string) => {
  const { status } = await subscriptionOf(world, name)
  return { status, bar: await barOn(world, name) }
}

/** Mail of so many weeks, the first a week after the issue all had. */
async function weeksOf(name: string, count: number): Promise<string[]> {
  const keys = Array.from({ length: count }, (_, week) => `weekly:${name}-${week + 1}`)
  for (const [week, issueKey] of keys.entries()) {
    const sentAt = inHours(world.sentAt, (week + 1) * WEEK)
    await addDelivery(world, name, { issueKey, sentAt })
  }
  return keys
}

it('lets a member say that their address works again, and believes them over older news', async () => {
  const raw = await bounce('ada')
  await world.receive(raw)
  expect(await standing('ada')).toEqual({ status: 'bounced', bar: 'bounced' })

  await ask('ada', inHours(world.sentAt, 48))
  expect(await standing('ada')).toEqual({ status: 'active', bar: null })
  expect(await actionsOf('ada')).toEqual(['subscribed', 'resubscribed'])

  await world.receive(raw, inHours(world.sentAt, 49))
  await world.receive(await bounce('ada', ISSUE, 'exchange-unknown'), inHours(world.sentAt, 50))
  expect(await standing('ada')).toEqual({ status: 'active', bar: null })

  const [next = ''] = await weeksOf('ada', 1)
  await world.receive(await bounce('ada', next), inHours(world.sentAt, WEEK + 1))
  expect(await standing('ada')).toEqual({ status: 'bounced', bar: 'bounced' })
})

it('makes no subscription active again at the word of anybody but the owner, signed in', async () => {
  await world.receive(await bounce('bob'))
  await world.receive(await bounce('cal', ISSUE, 'yahoo-complaint'))
  const later = inHours(world.sentAt, 48)

  for (const madeThrough of ['preference-page', 'import', 'admin'] as const) {
    await ask('bob', later, madeThrough)
    await ask('cal', later, madeThrough)
    expect(await standing('bob')).toEqual({ status: 'bounced', bar: 'bounced' })
    expect(await standing('cal')).toEqual({ status: 'complained', bar: 'complained' })
  }
  expect(await actionsOf('bob')).not.toContain('resubscribed')

  await ask('cal', inHours(later, 1))
  expect(await standing('cal')).toEqual({ status: 'active', bar: null })
})

it('leaves an address barred that staff barred', async () => {
  const hash = addressHash(world.test.settings.secret, 'dot@example.org')
  await ask('dot', world.sentAt, 'account', 'unsubscribed')
  await suppress(world.test.payload, { addressHash: hash, reason: 'staff', now: world.sentAt })
  await suppress(world.test.payload, { addressHash: hash, reason: 'bounced', now: world.sentAt })
  await ask('dot', inHours(world.sentAt, 1))

  expect(await standing('dot')).toEqual({ status: 'unsubscribed', bar: 'staff' })
})

it('keeps the proof of a complaint once, and heeds no copy of it after the reader came back', async () => {
  const at = inHours(world.sentAt, 2).toUTCString()
  const raw = (await bounce('eve', ISSUE, 'yahoo-complaint'))
    .toString()
    .replace(/^Date: .*28 Nov.*$/m, `Date: ${at}`)
  await world.receive(Buffer.from(raw))
  await world.receive(Buffer.from(`X-Again: yes\r\n${raw}`))
  expect(await actionsOf('eve')).toEqual(['subscribed', 'complained'])

  await ask('eve', inHours(world.sentAt, 30))
  await world.receive(Buffer.from(`X-Again: once more\r\n${raw}`), inHours(world.sentAt, 72))
  expect(await standing('eve')).toEqual({ status: 'active', bar: null })
})

it('takes back what waits to be sent to an address that is gone', async () => {
  await addDelivery(world, 'fin', { issueKey: 'weekly:next', state: 'pending', attempts: 0 })
  await world.receive(await bounce('fin'))

  expect(await rowOf(world, 'fin', 'weekly:next')).toMatchObject({
    state: 'suppressed',
    reason: 'address bounced',
  })
  expect(await rowOf(world, 'fin')).toMatchObject({ state: 'sent', bounceKind: 'hard' })
})

it('leaves who left by themselves as they left, whatever comes back later', async () => {
  await ask('gil', world.sentAt, 'list-unsubscribe', 'unsubscribed')
  await world.receive(await bounce('gil'))
  expect(await standing('gil')).toEqual({ status: 'unsubscribed', bar: 'bounced' })
  await world.receive(await bounce('gil', ISSUE, 'yahoo-complaint'))
  expect(await standing('gil')).toEqual({ status: 'unsubscribed', bar: 'complained' })
})

it('does not hold the bounce of an old address against the new one', async () => {
  await world.test.payload.update({
    collection: 'members',
    id: world.memberId('hal'),
    overrideAccess: true,
    data: { email: 'hal.new@example.org' },
  })
  await world.receive(await bounce('hal'))

  expect(await standing('hal')).toEqual({ status: 'active', bar: 'bounced' })
  expect(await barOn(world, 'hal.new')).toBeNull()
})

it('bars the address of a member who is no more', async () => {
  await world.test.payload.delete({
    collection: 'members',
    id: world.memberId('ian'),
    overrideAccess: true,
  })
  await world.receive(await bounce('ian'))

  expect(await barOn(world, 'ian')).toBe('bounced')
})

it('stops after four issues in a row that came back for now, each counted once', async () => {
  const weeks = await weeksOf('jan', 3)
  for (const [week, issueKey] of [ISSUE, ...weeks].entries()) {
    expect(await subscriptionOf(world, 'jan')).toMatchObject({
      status: 'active',
      softBounces: week,
    })
    const now = inHours(world.sentAt, week * WEEK + 5)
    await world.receive(await bounce('jan', issueKey, 'postfix-mailbox-full'), now)
    await world.receive(await bounce('jan', issueKey, 'gmail-mailbox-full'), now)
  }
  expect(await standing('jan')).toEqual({ status: 'bounced', bar: 'bounced' })
  expect(await subscriptionOf(world, 'jan')).toMatchObject({ softBounces: 4 })
})

it('begins to count anew once an issue has arrived', async () => {
  const [second = '', third = '', fourth = ''] = await weeksOf('kit', 4)
  const at = (week: number) => inHours(world.sentAt, week * WEEK + 5)
  for (const [week, issueKey] of [ISSUE, second, third].entries()) {
    await world.receive(await bounce('kit', issueKey, 'postfix-mailbox-full'), at(week))
  }
  expect(await subscriptionOf(world, 'kit')).toMatchObject({ softBounces: 3 })

  await addDelivery(world, 'kit', { issueKey: 'weekly:kit-9', sentAt: inHours(at(4), WEEK) })
  await world.receive(await bounce('kit', 'weekly:kit-9', 'postfix-mailbox-full'), at(5))
  expect(await standing('kit')).toEqual({ status: 'active', bar: null })
  expect(await subscriptionOf(world, 'kit')).toMatchObject({ softBounces: 1 })

  // News of the fourth week that took a fortnight: it had not arrived after all.
  await world.receive(await bounce('kit', fourth, 'postfix-mailbox-full'), at(6))
  await world.receive(await bounce('kit', 'weekly:kit-4', 'postfix-mailbox-full'), at(6))
  expect(await standing('kit')).toEqual({ status: 'bounced', bar: 'bounced' })
})

it('forgets old soft bounces by itself when mail arrives again', async () => {
  await weeksOf('lil', 1)
  const { payload, settings } = world.test
  await world.receive(await bounce('lil', ISSUE, 'postfix-mailbox-full'))
  expect(await subscriptionOf(world, 'lil')).toMatchObject({ softBounces: 1 })
  const mailer = makeMailer(settings)
  const follow = (hours: number) =>
    followInbound({ payload, settings, mailer, clock: () => inHours(world.sentAt, hours) })

  await follow(WEEK + 5 * 24)
  expect(await subscriptionOf(world, 'lil')).toMatchObject({ softBounces: 1 })
  await follow(WEEK + 7 * 24)
  expect(await subscriptionOf(world, 'lil')).toMatchObject({ softBounces: 0 })
  await mailer.close()
})

it('holds against no member what a server has against us, for now or for good', async () => {
  const weeks = await weeksOf('max', 5)
  for (const [week, issueKey] of weeks.entries()) {
    const specimen = week % 2 === 0 ? 'gmail-too-many' : 'postfix-policy'
    const now = inHours(world.sentAt, (week + 1) * WEEK + 5)
    await world.receive(await bounce('max', issueKey, specimen), now)
  }
  expect(await standing('max')).toEqual({ status: 'active', bar: null })
  expect(await subscriptionOf(world, 'max')).toMatchObject({ softBounces: 0 })
})
