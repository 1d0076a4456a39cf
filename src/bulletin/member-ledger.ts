import { memberIdOf } from './member-id-of'
import type { Payload } from 'payload'
import type { Settings } from '@/config/settings'
import { normaliseEmail } from '@/lib/email-address'
import type {
  BulletinDelivery,
  BulletinReceipt,
  ConsentEvent,
  Series,
  Topic,
} from '@/payload-types'
import { type Reader, readerOf } from './reader'
import { addressHash } from './tokens'
import { NO_WISHES, type Wishes } from './wishes'

type LedgerArgs = {
  readonly payload: Payload
  readonly settings: Pick<Settings, 'secret'>
  readonly address: string
  readonly now: Date
}

/** What is on record of one address: who it is, what became of each issue, what they were told and when they chose what. */
export type MemberLedger = {
  readonly memberId: string | null
  /** Null for one who never subscribed. */
  readonly reader: Reader | null
  readonly deliveryOf: ReadonlyMap<string, BulletinDelivery>
  readonly receipts: readonly BulletinReceipt[]
  /** What they had asked for by a moment; null where nothing is on record. */
  readonly wishesAt: (moment: Date) => Wishes | null
  readonly topicNames: ReadonlyMap<string, string>
  readonly seriesNames: ReadonlyMap<string, string>
}

async function namesIn(
  payload: Payload,
  collection: 'topics' | 'series',
): Promise<ReadonlyMap<string, string>> {
  const { docs } = await payload.db.find<Topic | Series>({
    collection,
    where: {},
    pagination: false,
    limit: 0,
  })
  return new Map(docs.map(({ id, name }) => [id, name]))
}

/** By their account, and by their address where the account has gone or changed. */
async function deliveriesOf({ payload, settings, address }: LedgerArgs, memberId: string | null) {
  const hash = addressHash(settings.secret, normaliseEmail(address))
  const { docs } = await payload.db.find<BulletinDelivery>({
    collection: 'bulletin-deliveries',
    where: {
      or: [
        { addressHash: { equals: hash } },
        ...(memberId ? [{ memberId: { equals: memberId } }] : []),
      ],
    },
    pagination: false,
    limit: 0,
  })
  // An address may have been another member's before: the account's own rows count last, and so first.
  return docs.sort(
    (one, other) => Number(one.memberId === memberId) - Number(other.memberId === memberId),
  )
}

async function rowsOf<T extends BulletinReceipt | ConsentEvent>(
  payload: Payload,
  collection: 'bulletin-receipts' | 'consent-events',
  memberId: string | null,
): Promise<T[]> {
  if (!memberId) return []
  const { docs } = await payload.db.find<T>({
    collection,
    where: { memberId: { equals: memberId } },
    pagination: false,
    limit: 0,
  })
  return docs
}

/** Events from before anything but topics could be followed name topics alone. */
const wishesIn = ({ chosen, topics }: ConsentEvent): Wishes => ({
  ...NO_WISHES,
  ...(Array.isArray(topics) ? { topics: topics as string[] } : {}),
  ...(chosen as Partial<Wishes> | null | undefined),
})

const wishesOfReader = ({ topics, follows }: Reader): Wishes => ({
  scope: follows.scope,
  topics: topics.map(({ id }) => id),
  series: follows.series.map(({ id }) => id),
  briefings: follows.briefingIds,
})

function wishesByTime(events: readonly ConsentEvent[], reader: Reader | null) {
  const newestFirst = events
    .filter(({ topics, chosen }) => Array.isArray(topics) || chosen)
    .sort((one, other) => other.at.localeCompare(one.at) || other.id.localeCompare(one.id))
  const now = reader && wishesOfReader(reader)
  return (moment: Date): Wishes | null => {
    const event = newestFirst.find(({ at }) => new Date(at) <= moment)
    return event ? wishesIn(event) : now
  }
}

/** Reads all that the Bulletin has on record of an address. Answers for one who has left, too. */
export async function readMemberLedger(args: LedgerArgs): Promise<MemberLedger> {
  const { payload, settings, address, now } = args
  const known = await memberIdOf(payload, address)
  const deliveries = await deliveriesOf(args, known)
  const memberId = known ?? deliveries[0]?.memberId ?? null
  const reader = known ? await readerOf({ payload, settings, now }, known) : null
  const events = await rowsOf<ConsentEvent>(payload, 'consent-events', memberId)
  return {
    memberId,
    reader,
    deliveryOf: new Map(deliveries.map((delivery) => [delivery.issueKey, delivery])),
    receipts: await rowsOf<BulletinReceipt>(payload, 'bulletin-receipts', memberId),
    wishesAt: wishesByTime(events, reader),
    topicNames: await namesIn(payload, 'topics'),
    seriesNames: await namesIn(payload, 'series'),
  }
}
