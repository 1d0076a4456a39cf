import type { Payload } from 'payload'
import type { ConsentEvent, Subscription } from '@/payload-types'
import { payloadDeliveryStore } from './adapters/payload-delivery-store'

export type SetSubscriptionArgs = {
  readonly payload: Payload
  readonly memberId: string
  readonly status: 'active' | 'paused' | 'unsubscribed'
  /** Topics to hear about. None means all. Left out, they stay as they are. */
  readonly topicIds?: readonly string[]
  /** Until when a pause lasts. */
  readonly pausedUntil?: Date
  readonly madeThrough: ConsentEvent['madeThrough']
  /** The words agreed to, as they stood on the page. */
  readonly wording: string
  readonly now: Date
}

/** A member's subscription, or null for one who never had any. */
export async function readSubscription({
  payload,
  memberId,
}: Pick<SetSubscriptionArgs, 'payload' | 'memberId'>): Promise<Subscription | null> {
  const { docs } = await payload.find({
    collection: 'subscriptions',
    overrideAccess: true,
    where: { member: { equals: memberId } },
    depth: 0,
    limit: 1,
  })
  return docs[0] ?? null
}

const idsOf = (subscription: Subscription | null): string[] =>
  (subscription?.topics ?? []).map((topic) => (typeof topic === 'object' ? topic.id : topic)).sort()

function actionOf(
  before: Subscription | null,
  { status, madeThrough }: SetSubscriptionArgs,
): ConsentEvent['action'] {
  if (status === 'unsubscribed') {
    return madeThrough === 'list-unsubscribe' ? 'one-click-unsubscribed' : 'unsubscribed'
  }
  if (status === 'paused') return 'paused'
  if (before?.status === 'active') return 'topics-changed'
  return before && before.status !== 'pending' ? 'resubscribed' : 'subscribed'
}

const isSame = (
  before: Subscription,
  after: { status: string; topics: readonly string[]; pausedUntil: string | null },
): boolean =>
  before.status === after.status &&
  (before.pausedUntil ?? null) === after.pausedUntil &&
  idsOf(before).join() === [...after.topics].sort().join()

/** Takes back what is still waiting to be sent to a member: who leaves during a run is not mailed by it. */
async function takeBack(payload: Payload, memberId: string, reason: string, now: Date) {
  const store = payloadDeliveryStore(payload)
  for (const { id } of await store.ofMember(memberId, 'pending')) {
    const doneAt = now.toISOString()
    await store.change(id, { state: 'pending' }, { state: 'suppressed', reason, doneAt })
  }
}

const LEAVING = {
  unsubscribed: ['unsubscribed', 'one-click-unsubscribed'],
  paused: ['paused'],
} satisfies Record<string, readonly ConsentEvent['action'][]>

/** Whether the newest proof of a member says that they left in this way: a crash may have come before it. */
async function isProved(payload: Payload, memberId: string, status: keyof typeof LEAVING) {
  const { docs } = await payload.find({
    collection: 'consent-events',
    overrideAccess: true,
    where: { memberId: { equals: memberId } },
    sort: ['-at', '-id'],
    limit: 1,
    depth: 0,
  })
  return docs.some(({ action }) => (LEAVING[status] as readonly string[]).includes(action))
}

/**
 * Sets whether, and about what, a member gets the Bulletin, and keeps the proof of it (UK GDPR article 7(1)).
 *
 * Safe to repeat, also after a crash in between: what changes nothing leaves no trace. Leaving and pausing hold for an issue that is being sent, too.
 */
export async function setSubscription(args: SetSubscriptionArgs): Promise<Subscription> {
  const { payload, memberId, status, madeThrough, wording, now } = args
  const before = await readSubscription(args)
  const topics = [...(args.topicIds ?? idsOf(before))]
  const pausedUntil = status === 'paused' ? (args.pausedUntil?.toISOString() ?? null) : null
  const data = { status, topics, pausedUntil }
  const isUnchanged = before !== null && isSame(before, data)
  if (isUnchanged && status === 'active') return before

  const keepProof = () =>
    payload.create({
      collection: 'consent-events',
      overrideAccess: true,
      data: {
        memberId,
        action: actionOf(before, args),
        at: now.toISOString(),
        madeThrough,
        wording,
        topics,
      },
    })
  const write = () => writeSubscription(payload, before, memberId, data)
  // Proof of consent comes before the first mail it allows; leaving comes before its proof.
  if (status === 'active') {
    await keepProof()
    return write()
  }
  const after = isUnchanged ? before : await write()
  await takeBack(payload, memberId, status, now)
  if (!isUnchanged || !(await isProved(payload, memberId, status))) await keepProof()
  return after
}

const writeSubscription = (
  payload: Payload,
  before: Subscription | null,
  member: string,
  data: Pick<SetSubscriptionArgs, 'status'> & { topics: string[]; pausedUntil: string | null },
): Promise<Subscription> =>
  before
    ? payload.update({
        collection: 'subscriptions',
        overrideAccess: true,
        id: before.id,
        depth: 0,
        data,
      })
    : payload.create({
        collection: 'subscriptions',
        overrideAccess: true,
        depth: 0,
        data: { ...data, member },
      })
