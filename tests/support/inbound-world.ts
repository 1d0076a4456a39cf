import { payloadDeliveryStore } from '@/bulletin/adapters/payload-delivery-store'
import { readInbound } from '@/bulletin/inbound-message'
import { receiveInbound, type ReceivedMail } from '@/bulletin/receive-inbound'
import { readSubscription } from '@/bulletin/subscriptions'
import { addressHash, deliveryToken, subscriberToken } from '@/bulletin/tokens'
import type {
  BulletinDelivery,
  ConsentEvent,
  InboundMail,
  Member,
  Subscription,
  Suppression,
} from '@/payload-types'
import { addReader, makeBulletinWorld } from './bulletin-world'
import { rawSpecimen } from './inbound-corpus'
import { openTestPayload, type TestPayload } from './test-payload'

const HOUR = 60 * 60 * 1000

export const ISSUE = 'weekly:2026-11-27'

/** Readers who were all sent an issue an hour after they asked for it. */
export type InboundWorld = {
  readonly test: TestPayload
  readonly members: ReadonlyMap<string, Member>
  readonly subscriptions: ReadonlyMap<string, string>
  /** When the issue went out. */
  readonly sentAt: Date
  readonly specimen: (name: string) => Buffer
  readonly receive: (raw: Buffer, now?: Date) => Promise<ReceivedMail>
  readonly memberId: (name: string) => string
}

export const inHours = (from: Date, hours: number): Date => new Date(from.getTime() + hours * HOUR)

const keyOf = (name: string, issueKey: string) => `${issueKey}:${name}`

export async function openInboundWorld(names: readonly string[]): Promise<InboundWorld> {
  const test = await openTestPayload()
  const { payload, settings } = test
  const { council } = await makeBulletinWorld(payload)
  const members = new Map<string, Member>()
  const subscriptions = new Map<string, string>()
  for (const name of names) {
    const member = await addReader(payload, name, council, [])
    members.set(name, member)
    const subscription = await readSubscription({ payload, memberId: member.id })
    subscriptions.set(name, subscription?.id ?? '')
  }
  const sentAt = inHours(new Date(), 1)
  const tokens = {
    delivery: (name: string) => deliveryToken(settings.secret, keyOf(name, ISSUE)),
    reader: (name: string) => subscriberToken(settings.secret, subscriptions.get(name) ?? ''),
    // A complaint is of what was asked for before: here everybody asks as the test begins.
    later: inHours(sentAt, 12),
  }
  const world: InboundWorld = {
    test,
    members,
    subscriptions,
    sentAt,
    specimen: (name) => rawSpecimen(name, tokens),
    receive: (raw, now = inHours(sentAt, 24)) => receiveInbound({ payload, settings, raw, now }),
    memberId: (name) => members.get(name)?.id ?? '',
  }
  for (const name of names) await addDelivery(world, name, {})
  return world
}

type DeliveryWish = {
  readonly issueKey?: string
  readonly sentAt?: Date
  readonly state?: BulletinDelivery['state']
  readonly attempts?: number
  readonly itemSetHash?: string
}

/** A row of the ledger as a run would have left it. */
export async function addDelivery(
  { test: { payload, settings }, memberId, sentAt: usual }: InboundWorld,
  name: string,
  { issueKey = ISSUE, sentAt = usual, state = 'sent', attempts = 1, itemSetHash }: DeliveryWish,
): Promise<void> {
  const key = keyOf(name, issueKey)
  const token = deliveryToken(settings.secret, key)
  const address = `${name}@example.org`
  await payloadDeliveryStore(payload).add({
    key,
    issueKey,
    memberId: memberId(name),
    address,
    addressHash: addressHash(settings.secret, address),
    state,
    token,
    messageId: `${token}@bulletin.example.org`,
    ...(itemSetHash ? { itemSetHash } : {}),
  })
  const at = sentAt.toISOString()
  await payload.db.updateOne({
    collection: 'bulletin-deliveries',
    where: { key: { equals: key } },
    data: { attempts, ...(state === 'pending' ? {} : { sendingAt: at, doneAt: at }) },
  })
}

export async function rowOf(
  { test: { payload } }: InboundWorld,
  name: string,
  issueKey = ISSUE,
): Promise<BulletinDelivery> {
  const row = await payload.db.findOne<BulletinDelivery>({
    collection: 'bulletin-deliveries',
    where: { key: { equals: keyOf(name, issueKey) } },
  })
  if (!row) throw new Error(`${name} has no row in ${issueKey}`)
  return row
}

export async function subscriptionOf(
  { test: { payload }, memberId }: InboundWorld,
  name: string,
): Promise<Subscription> {
  const found = await readSubscription({ payload, memberId: memberId(name) })
  if (!found) throw new Error(`${name} has no subscription`)
  return found
}

/** Why the address of a reader must not be mailed, or null. */
export async function barOn(
  { test: { payload, settings } }: InboundWorld,
  name: string,
): Promise<Suppression['reason'] | null> {
  const found = await payload.db.findOne<Suppression>({
    collection: 'suppressions',
    where: { addressHash: { equals: addressHash(settings.secret, `${name}@example.org`) } },
  })
  return found?.reason ?? null
}

/** A report in the form of another message, about another issue's delivery. */
export async function reportAbout(
  world: InboundWorld,
  specimen: string,
  name: string,
  issueKey: string,
): Promise<Buffer> {
  const raw = world.specimen(specimen).toString('latin1')
  const { traces } = await readInbound(Buffer.from(raw, 'latin1'))
  const [old = ''] = traces.deliveryTokens
  const token = deliveryToken(world.test.settings.secret, keyOf(name, issueKey))
  return Buffer.from(raw.replaceAll(old, token), 'latin1')
}

async function all<T>({ test: { payload } }: InboundWorld, collection: string): Promise<T[]> {
  const { docs } = await payload.db.find({
    collection: collection as 'members',
    where: {},
    pagination: false,
    limit: 0,
  })
  return docs as T[]
}

/** All that what came back changed, without the moments at which it did. */
export async function stateOf(world: InboundWorld): Promise<Record<string, unknown>> {
  const nameOf = new Map([...world.members].map(([name, { id }]) => [id, name]))
  const rows = await all<BulletinDelivery>(world, 'bulletin-deliveries')
  const events = await all<ConsentEvent>(world, 'consent-events')
  const kept = await all<InboundMail>(world, 'inbound-mail')
  const readers: Record<string, unknown> = {}
  for (const name of world.members.keys()) {
    const { status, softBounces } = await subscriptionOf(world, name)
    readers[name] = { status, softBounces, bar: await barOn(world, name) }
  }
  return {
    readers,
    rows: rows
      .map(({ key, state, bounceKind, bounceCode, complainedAt }) =>
        [key, state, bounceKind, bounceCode, Boolean(complainedAt)].join(),
      )
      .sort(),
    complaints: events
      .filter(({ action }) => action === 'complained')
      .map(({ memberId }) => nameOf.get(memberId))
      .sort(),
    kept: kept
      .map(({ fingerprint, kind, deliveryKey }) => [fingerprint, kind, deliveryKey].join())
      .sort(),
  }
}

/** Takes back all that messages changed, so that the same ones may come again in another order. */
export async function forgetInbound(world: InboundWorld): Promise<void> {
  const { payload } = world.test
  await payload.db.deleteMany({ collection: 'inbound-mail', where: {} })
  await payload.db.deleteMany({ collection: 'suppressions', where: {} })
  await payload.db.deleteMany({
    collection: 'consent-events',
    where: { action: { equals: 'complained' } },
  })
  for (const { id } of await all<Subscription>(world, 'subscriptions')) {
    const data = { status: 'active', softBounces: 0, lastOkAt: null }
    await payload.db.updateOne({ collection: 'subscriptions', where: { id: { equals: id } }, data })
  }
  for (const { id } of await all<BulletinDelivery>(world, 'bulletin-deliveries')) {
    const data = { bounceKind: null, bounceCode: null, bouncedAt: null, complainedAt: null }
    const where = { id: { equals: id } }
    await payload.db.updateOne({ collection: 'bulletin-deliveries', where, data })
  }
}
