import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { InboundMail } from '@/payload-types'
import { CORPUS, READERS, writtenAgain } from '../support/inbound-corpus'
import {
  addDelivery,
  barOn,
  forgetInbound,
  inHours,
  type InboundWorld,
  openInboundWorld,
  reportAbout,
  rowOf,
  stateOf,
  subscriptionOf,
} from '../support/inbound-world'

const WEEK = 7 * 24
const EARLIER = ['weekly:2026-11-06', 'weekly:2026-11-13', 'weekly:2026-11-20']

let world: InboundWorld
beforeAll(async () => {
  world = await openInboundWorld(READERS)
  for (const [weeks, issueKey] of EARLIER.entries()) {
    const sentAt = inHours(world.sentAt, weeks / 100 - 0.5)
    await addDelivery(world, 'bea', { issueKey, sentAt })
  }
})
afterAll(() => world.test.close())
beforeEach(() => forgetInbound(world))

const HARD = CORPUS.filter(({ kind }) => kind === 'bounce-hard')
const COMPLAINTS = CORPUS.filter(({ kind }) => kind === 'complaint')

it('takes each real message for what it is, about the right member, once', async () => {
  for (const { name, reader, kind, code } of CORPUS) {
    const raw = world.specimen(name)
    const first = await world.receive(raw)
    const second = await world.receive(raw)

    expect({ name, ...first }).toMatchObject({ kind, enhancedCode: code, isNew: true })
    expect({ name, member: first.memberId }).toEqual({
      name,
      member: reader && world.memberId(reader),
    })
    expect(second.isNew).toBe(false)
  }
  const { totalDocs } = await world.test.payload.count({
    collection: 'inbound-mail',
    overrideAccess: true,
  })
  expect(totalDocs).toBe(CORPUS.length)
})

it('stops the Bulletin of those whose address is gone or who complained, and of nobody else', async () => {
  for (const { name } of CORPUS) await world.receive(world.specimen(name))

  const expected = new Map<string | null, string>([
    ...HARD.map(({ reader }) => [reader, 'bounced'] as const),
    ...COMPLAINTS.map(({ reader }) => [reader, 'complained'] as const),
  ])
  for (const reader of READERS) {
    const status = expected.get(reader) ?? 'active'
    expect({ reader, status: (await subscriptionOf(world, reader)).status }).toEqual({
      reader,
      status,
    })
    expect(await barOn(world, reader)).toBe(expected.get(reader) ?? null)
  }
  expect(await rowOf(world, 'roy')).toMatchObject({
    state: 'sent',
    bounceKind: 'policy',
    bounceCode: '5.7.26',
  })
})

it('keeps no body, and no address in what a server said', async () => {
  for (const { name } of CORPUS) await world.receive(world.specimen(name))
  const { docs } = await world.test.payload.db.find<InboundMail>({
    collection: 'inbound-mail',
    where: {},
    pagination: false,
    limit: 0,
  })

  expect(docs).toHaveLength(CORPUS.length)
  expect(JSON.stringify(docs)).not.toMatch(/\w@example\.org|county lines/)
})

it(
  'ends the same whatever the order, and however often each message comes',
  {
    timeout: 600_000,
  },
  async () => {
    const four = await Promise.all(
      EARLIER.map((issueKey) => reportAbout(world, 'postfix-mailbox-full', 'bea', issueKey)),
    )
    const more = [
      await reportAbout(world, 'gmail-authentication', 'bea', EARLIER[2] ?? ''),
      await reportAbout(world, 'yahoo-complaint', 'ada', 'weekly:2026-11-27'),
      await reportAbout(world, 'exchange-unknown', 'bob', 'weekly:2026-11-27'),
      await reportAbout(world, 'gmail-mailbox-full', 'ada', 'weekly:2026-11-27'),
    ]
    const originals = [...CORPUS.map(({ name }) => world.specimen(name)), ...four, ...more]
    const copies = originals.filter((_raw, n) => n % 3 === 0).map((raw) => writtenAgain(raw, 1))
    const messages = [...originals, ...copies]
    for (const raw of messages) await world.receive(raw)
    const expected = await stateOf(world)
    expect(await subscriptionOf(world, 'bea')).toMatchObject({ status: 'bounced', softBounces: 4 })
    expect(await subscriptionOf(world, 'bob')).toMatchObject({ status: 'complained' })

    const anyOrder = fc.shuffledSubarray(messages, { minLength: messages.length })
    const again = fc.array(fc.constantFrom(...messages), { maxLength: 15 })
    await fc.assert(
      fc.asyncProperty(anyOrder, again, async (order, repeats) => {
        await forgetInbound(world)
        const { receive } = world
        for (const [index, raw] of order.entries()) {
          await receive(raw)
          const repeat = repeats[index]
          if (repeat) await receive(repeat)
        }
        expect(await stateOf(world)).toEqual(expected)
      }),
      { numRuns: 3, seed: 20261127, endOnFailure: true },
    )
  },
)

it('counts the weeks by when mail went out, not by when it came back', async () => {
  const late = inHours(world.sentAt, WEEK)
  for (const issueKey of [...EARLIER].reverse()) {
    await world.receive(await reportAbout(world, 'postfix-mailbox-full', 'bea', issueKey), late)
  }
  expect(await subscriptionOf(world, 'bea')).toMatchObject({ status: 'active', softBounces: 0 })

  await world.receive(world.specimen('postfix-mailbox-full'), late)
  expect(await subscriptionOf(world, 'bea')).toMatchObject({ status: 'bounced', softBounces: 4 })
})
