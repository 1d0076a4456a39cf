import type { Payload } from 'payload'
import { hasMembership } from '@/access/has-membership'
import type { Settings } from '@/config/settings'
import type { Member, Subscription, Topic } from '@/payload-types'
import type { TopicName } from './bulletin-view-of'
import { FOLLOWED_FIELDS, type Follows, followsOf } from './follows'
import { isPaused } from './is-paused'
import { addressHash } from './tokens'

/** A subscription with all that decides whether its member is mailed. */
export type Reader = {
  readonly subscriptionId: string
  readonly member: Member
  readonly topics: readonly TopicName[]
  readonly follows: Follows
  /** Null for one to be mailed, else the state and the reason of the row that says why not. */
  readonly bar: { readonly state: 'suppressed' | 'skipped'; readonly reason: string } | null
}

const isRow = <T extends object>(value: string | T | null | undefined): value is T =>
  typeof value === 'object' && value !== null

export const SUPPRESSED = { state: 'suppressed', reason: 'address suppressed' } as const

const BARRED_BY_STATUS = {
  pending: { state: 'skipped', reason: 'not confirmed' },
  unsubscribed: { state: 'suppressed', reason: 'unsubscribed' },
  bounced: { state: 'suppressed', reason: 'address bounced' },
  complained: { state: 'suppressed', reason: 'complained' },
} as const

/** Why a subscription gets no mail whatever the issue holds, or null. */
export function barOf(
  subscription: Pick<Subscription, 'status' | 'pausedUntil'>,
  member: Pick<Member, 'organisation'>,
  now: Date,
): Reader['bar'] {
  const { status } = subscription
  if (status !== 'active' && status !== 'paused') return BARRED_BY_STATUS[status]
  if (isPaused(subscription, now)) return { state: 'skipped', reason: 'paused' }
  return hasMembership(member, now) ? null : { state: 'skipped', reason: 'membership lapsed' }
}

const namesOf = (topics: readonly (string | Topic)[]): TopicName[] =>
  topics
    .filter(isRow)
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))

/** Whether an address, by its hash, must not be written to. */
export async function isSuppressed(payload: Payload, hash: string): Promise<boolean> {
  const { totalDocs } = await payload.db.count({
    collection: 'suppressions',
    where: { addressHash: { equals: hash } },
  })
  return totalDocs > 0
}

type ReaderArgs = {
  readonly payload: Payload
  readonly settings: Pick<Settings, 'secret'>
  readonly now: Date
}

async function toReader(
  { payload, settings, now }: ReaderArgs,
  subscription: Subscription,
): Promise<Reader | null> {
  const { member, topics } = subscription
  if (!isRow(member)) return null
  const suppressed = await isSuppressed(payload, addressHash(settings.secret, member.email))
  const bar = suppressed ? SUPPRESSED : barOf(subscription, member, now)
  const follows = followsOf(subscription, now)
  return { subscriptionId: subscription.id, member, topics: namesOf(topics ?? []), follows, bar }
}

/** Every subscription there is, in the order of ids, as readers. A subscription without its member is none. */
export async function* everyReader(args: ReaderArgs): AsyncGenerator<Reader> {
  for (let page = 1, hasNextPage = true; hasNextPage; page += 1) {
    const found = await args.payload.find({
      collection: 'subscriptions',
      overrideAccess: true,
      depth: 2,
      populate: FOLLOWED_FIELDS,
      sort: 'id',
      limit: 200,
      page,
    })
    for (const subscription of found.docs) {
      const reader = await toReader(args, subscription)
      if (reader) yield reader
    }
    hasNextPage = found.hasNextPage
  }
}

/** The reader a member is at this moment, or null for one who never subscribed. */
export async function readerOf(args: ReaderArgs, memberId: string): Promise<Reader | null> {
  const { docs } = await args.payload.find({
    collection: 'subscriptions',
    overrideAccess: true,
    where: { member: { equals: memberId } },
    depth: 2,
    populate: FOLLOWED_FIELDS,
    limit: 1,
  })
  return docs[0] ? toReader(args, docs[0]) : null
}
