import { afterEach, beforeEach, expect, it } from 'vitest'
import { payloadDeliveryStore } from '@/bulletin/adapters/payload-delivery-store'
import { openIssue } from '@/bulletin/open-issue'
import { runIssue, type RunOutcome } from '@/bulletin/run-issue'
import { setSubscription } from '@/bulletin/subscriptions'
import { tickBulletin } from '@/bulletin/tick-bulletin'
import { smtpMailer } from '@/mail/adapters/smtp'
import type { Mailer } from '@/mail/mailer'
import type { BulletinDelivery } from '@/payload-types'
import {
  addMember,
  addReader,
  type BulletinWorld,
  makeBulletinWorld,
  publishBriefing,
} from '../support/bulletin-world'
import { openSmtpSink, refuseWith, type SmtpSink } from '../support/smtp-sink'
import { openTestPayload, type TestPayload } from '../support/test-payload'

let test: TestPayload
let world: BulletinWorld
let sink: SmtpSink
let mailer: Mailer
const clock = () => new Date()

const mailerTo = ({ url }: SmtpSink, connections = 2) =>
  smtpMailer({ url, from: 'Signpost <bulletin@signpost.example>', connections })

beforeEach(async () => {
  test = await openTestPayload()
  world = await makeBulletinWorld(test.payload)
  sink = await openSmtpSink()
  mailer = mailerTo(sink)
})

afterEach(async () => {
  await mailer.close()
  await sink.close()
  await test.close()
})

const open = () => openIssue({ payload: test.payload, settings: test.settings, now: clock() })

async function send(through: Mailer = mailer, connections = 2): Promise<RunOutcome> {
  const { key } = await open()
  return runIssue({ ...test, mailer: through, issueKey: key, clock, connections })
}

async function ledger(): Promise<Record<string, string>> {
  const { docs } = await test.payload.db.find<BulletinDelivery>({
    collection: 'bulletin-deliveries',
    where: {},
    limit: 0,
    pagination: false,
  })
  return Object.fromEntries(
    docs.map(({ address, state, reason }) => [
      address.replace('@example.org', ''),
      reason ? `${state}: ${reason}` : state,
    ]),
  )
}

async function sevenReaders() {
  const { payload } = test
  const { housing, crime, council, lapsedCouncil } = world
  await publishBriefing(payload, { title: 'Housing First in practice', topics: [housing.id] })
  for (const name of ['ana', 'ben', 'cai']) await addReader(payload, name, council, [housing])
  for (const name of ['dee', 'eli']) await addReader(payload, name, council, [crime])
  await addReader(payload, 'fay', lapsedCouncil, [housing])
  const gus = await addReader(payload, 'gus', council, [housing])
  await leave(gus.id)
}

const leave = (memberId: string) =>
  setSubscription({
    payload: test.payload,
    memberId,
    status: 'unsubscribed',
    madeThrough: 'list-unsubscribe',
    wording: '',
    now: clock(),
  })

it('reaches the three subscribers of its topic, says why of the rest, and nobody twice', async () => {
  await sevenReaders()

  expect(await send()).toEqual({ kind: 'closed', state: 'finished', handled: 3 })
  expect(sink.addresses()).toEqual(['ana@example.org', 'ben@example.org', 'cai@example.org'])
  expect(await ledger()).toEqual({
    ana: 'sent',
    ben: 'sent',
    cai: 'sent',
    dee: 'skipped: nothing new on their topics',
    eli: 'skipped: nothing new on their topics',
    fay: 'skipped: membership lapsed',
    gus: 'suppressed: unsubscribed',
  })

  const next = await send()
  expect(next).toMatchObject({ kind: 'closed', state: 'empty' })
  expect(sink.accepted).toHaveLength(3)
})

it('writes each reader a mail that can be left with one click', async () => {
  await sevenReaders()
  await send()
  const tokens = sink.accepted.map(({ parsed, raw }) => {
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

it('does not mail who leaves while the issue is being sent', async () => {
  await sevenReaders()
  const { payload } = test
  const { docs } = await payload.find({ collection: 'members', overrideAccess: true })
  const cai = docs.find(({ name }) => name === 'cai')!
  await mailer.close()
  await sink.close()
  sink = await openSmtpSink({
    beforeAccepting: async (to) => {
      if (to === 'ana@example.org' || to === 'ben@example.org') await leave(cai.id)
    },
  })
  mailer = mailerTo(sink, 1)
  await send(mailer, 1)

  const mailed = sink.addresses()
  const caiWasFirst = mailed[0] === 'cai@example.org'
  expect(caiWasFirst || !mailed.includes('cai@example.org')).toBe(true)
  expect((await ledger()).cai).toBe(caiWasFirst ? 'sent' : 'suppressed: unsubscribed')
})

it('lets two senders at once hand each mail over once', async () => {
  const { payload } = test
  await publishBriefing(payload, { title: 'County lines', topics: [world.crime.id] })
  for (let n = 0; n < 12; n += 1) {
    await addReader(payload, `reader${n}`, world.council, [world.crime])
  }
  const { key } = await open()
  const other = mailerTo(sink)
  const outcomes = await Promise.all(
    [mailer, other].map((through) => runIssue({ ...test, mailer: through, issueKey: key, clock })),
  )
  await other.close()

  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['busy', 'closed'])
  expect(sink.accepted).toHaveLength(12)
  expect(new Set(sink.addresses()).size).toBe(12)
})

it('keeps who could not be reached waiting, and sends to them once the server is back', async () => {
  await sevenReaders()
  const nowhere = smtpMailer({ url: 'smtp://127.0.0.1:1', from: 'a@signpost.example' })
  expect(await send(nowhere)).toMatchObject({ kind: 'waiting', handled: 3 })
  await nowhere.close()
  expect(await ledger()).toMatchObject({ ana: 'pending', ben: 'pending', cai: 'pending' })

  await send()
  expect(sink.accepted).toHaveLength(3)
})

it('notes a refusal as failed, and does not insist', async () => {
  await sevenReaders()
  await mailer.close()
  await sink.close()
  sink = await openSmtpSink({
    onRecipient: (to) =>
      to.startsWith('ben') ? Promise.reject(refuseWith('5.1.1 unknown', 550)) : Promise.resolve(),
  })
  mailer = mailerTo(sink)

  expect(await send()).toMatchObject({ kind: 'closed', state: 'finished' })
  expect((await ledger()).ben).toBe('failed: refused by the mail server')
  expect(sink.addresses()).toEqual(['ana@example.org', 'cai@example.org'])
})

it('names in the next issue what may not have arrived, and only to whom it may not have', async () => {
  await sevenReaders()
  await send()
  const store = payloadDeliveryStore(test.payload)
  const { docs } = await test.payload.find({ collection: 'members', overrideAccess: true })
  const ana = docs.find(({ name }) => name === 'ana')!
  const [row] = await store.ofMember(ana.id, 'sent')
  await store.change(row!.id, { state: 'sent' }, { state: 'uncertain' })
  await test.payload.db.deleteMany({
    collection: 'bulletin-receipts',
    where: { memberId: { equals: ana.id } },
  })
  await publishBriefing(test.payload, { title: 'Rents rising', topics: [world.housing.id] })
  sink.accepted.length = 0
  await send()

  const textTo = (name: string) =>
    sink.accepted.find(({ to }) => to.startsWith(name))?.parsed.text ?? ''
  expect(textTo('ana')).toContain('From last week, in case it did not reach you')
  expect(textTo('ana')).toContain('Housing First in practice')
  expect(textTo('ben')).toContain('Rents rising')
  expect(textTo('ben')).not.toContain('Housing First in practice')
})

it('does not mail what was published before the Bulletin was put in use', async () => {
  const { payload } = test
  await payload.db.deleteMany({ collection: 'mailer-state', where: {} })
  await publishBriefing(payload, { title: 'From the archive', topics: [world.housing.id] })
  await addReader(payload, 'ana', world.council, [world.housing])

  expect(await send()).toMatchObject({ state: 'empty' })
  await publishBriefing(payload, { title: 'Of this week', topics: [world.housing.id] })
  await send()

  expect(sink.accepted).toHaveLength(1)
  expect(sink.accepted[0]?.parsed.text).not.toContain('From the archive')
})

it('never names what members alone may read', async () => {
  const { payload } = test
  const briefing = await publishBriefing(payload, {
    title: 'Open title',
    topics: [world.housing.id],
    keyPoints: [{ text: 'plantedkeypoint' }],
  })
  await payload.update({
    collection: 'briefings',
    id: briefing.id,
    overrideAccess: true,
    data: { updateKind: 'substantial', changeNote: 'plantednote', _status: 'published' },
  })
  await addReader(payload, 'ana', world.council, [world.housing])
  await send()

  expect(sink.accepted[0]?.parsed.subject).toBe('Updated briefing: Open title')
  expect(sink.accepted[0]?.raw).not.toMatch(/planted/)
  const { docs } = await payload.find({ collection: 'bulletin-items', overrideAccess: true })
  expect(JSON.stringify(docs)).not.toMatch(/planted/)
})

it('waits for its slot, and sends at it', async () => {
  await sevenReaders()
  const issue = await open()
  const slotAt = new Date(issue.slotAt)
  const tick = (now: Date) => tickBulletin({ ...test, mailer, now, clock: () => now })

  expect(issue.state).toBe('planned')
  expect(await tick(new Date(slotAt.getTime() - 1000))).toEqual({ kind: 'not-due' })
  expect(await tick(slotAt)).toMatchObject({ kind: 'closed', state: 'finished' })
  expect(sink.accepted).toHaveLength(3)
  expect(await tick(slotAt)).toEqual({ kind: 'not-due' })
})

it('keeps proof of consent before the first mail it allows, and of leaving', async () => {
  const member = await addMember(test.payload, 'ana', world.council)
  const change = (status: 'active' | 'unsubscribed') =>
    setSubscription({
      payload: test.payload,
      memberId: member.id,
      status,
      topicIds: [world.crime.id],
      madeThrough: 'account',
      wording: 'Send me the Bulletin.',
      now: clock(),
    })
  await change('active')
  await change('active')
  await change('unsubscribed')
  await change('active')
  const { docs } = await test.payload.find({
    collection: 'consent-events',
    overrideAccess: true,
    sort: 'at',
  })

  expect(docs.map(({ action }) => action)).toEqual(['subscribed', 'unsubscribed', 'resubscribed'])
})
