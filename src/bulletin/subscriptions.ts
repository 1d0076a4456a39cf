import type { Payload } from 'payload'
import type { ConsentEvent, Subscription } from '@/payload-types'
import { deliveryStoreOf } from './adapters/by-database'
import {
  type Choice,
  choiceOf,
  isOwnChoice,
  keepConsent,
  type MadeThrough,
  newestConsent,
} from './keep-consent'
import { oweLetter } from './letters'
import { heldBack, liftForOwner } from './owners-word'
import { sameTopics, sameWishes, type Scope, wishesOf } from './wishes'

export type SetSubscriptionArgs = {
  readonly payload: Payload
  readonly memberId: string
  readonly status: 'active' | 'paused' | 'unsubscribed'
  /** Whether topics count, or only what is followed. Left out, as each of these, it stays as it is. */
  readonly scope?: Scope
  /** Topics to hear about. None means all. */
  readonly topicIds?: readonly string[]
  readonly seriesIds?: readonly string[]
  /** Briefings whose updates to hear of. */
  readonly briefingIds?: readonly string[]
  /** Until when a pause lasts. */
  readonly pausedUntil?: Date
  readonly madeThrough: MadeThrough
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

function actionOf(
  before: Subscription | null,
  chosen: Choice,
  madeThrough: MadeThrough,
): ConsentEvent['action'] {
  if (chosen.status === 'unsubscribed') {
    return madeThrough === 'list-unsubscribe' ? 'one-click-unsubscribed' : 'unsubscribed'
  }
  const wishes = wishesOf(before)
  const isSteady = before?.status === chosen.status && !sameWishes(wishes, chosen)
  if (isSteady) return sameTopics(wishes, chosen) ? 'follows-changed' : 'topics-changed'
  if (chosen.status === 'paused') return 'paused'
  if (before?.status === 'pending') return 'confirmed'
  return before ? 'resubscribed' : 'subscribed'
}

/** Takes back what is still waiting to be sent to a member: who leaves during a run is not mailed by it. */
export async function takeBack(
  payload: Payload,
  memberId: string,
  reason: string,
  now: Date,
): Promise<void> {
  const store = deliveryStoreOf(payload)
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
  const newest = await newestConsent(payload, memberId)
  if (!newest) return false
  const chosen = newest.chosen as Choice | null | undefined
  return chosen?.status === status || (LEAVING[status] as readonly string[]).includes(newest.action)
}

function chosenBy(args: SetSubscriptionArgs, before: Subscription | null): Choice {
  const wishes = wishesOf(before)
  const { status, scope, topicIds, seriesIds, briefingIds, pausedUntil } = args
  return {
    status,
    pausedUntil: status === 'paused' ? (pausedUntil?.toISOString() ?? null) : null,
    scope: scope ?? wishes.scope,
    topics: [...(topicIds ?? wishes.topics)],
    series: [...(seriesIds ?? wishes.series)],
    briefings: [...(briefingIds ?? wishes.briefings)],
  }
}

const isSame = (before: Subscription, chosen: Choice): boolean =>
  before.status === chosen.status &&
  (choiceOf(before)?.pausedUntil ?? null) === chosen.pausedUntil &&
  sameWishes(wishesOf(before), chosen)

/** A welcome is owed to whoever subscribes for the first time by their own choice, before they can be mailed at all. */
const isFirst = (before: Subscription | null, madeThrough: MadeThrough): boolean =>
  (!before || before.status === 'pending') && isOwnChoice(madeThrough)

/**
 * Sets whether, and about what, a member gets the Bulletin, and keeps the proof of it (UK GDPR article 7(1)).
 *
 * Safe to repeat, also after a crash in between: what changes nothing leaves no trace. Leaving and pausing hold for an
 * issue that is being sent, too. Who subscribes for the first time, by their own choice, is owed one welcome.
 * An address that must not be mailed becomes active at its owner's word alone, given signed in; else it stays held back.
 */
export async function setSubscription(args: SetSubscriptionArgs): Promise<Subscription> {
  const { payload, memberId, status, madeThrough, wording, now } = args
  const before = await readSubscription(args)
  const held = status === 'active' ? await heldBack(args) : null
  const chosen = { ...chosenBy(args, before), ...(held ? { status: held } : {}) }
  const isUnchanged = before !== null && isSame(before, chosen)
  if (isUnchanged && status === 'active') return before

  const action = held ? 'topics-changed' : actionOf(before, chosen, madeThrough)
  const keepProof = () =>
    keepConsent(payload, { memberId, action, madeThrough, wording, before, chosen, now })
  const write = () => writeSubscription(payload, before, memberId, chosen)
  // Proof of consent comes before the first mail it allows; leaving comes before its proof.
  if (status === 'active') {
    await keepProof()
    await liftForOwner(args)
    if (!held && isFirst(before, madeThrough)) await oweLetter(payload, 'welcome', memberId, now)
    return write()
  }
  const after = isUnchanged ? before : await write()
  await takeBack(payload, memberId, status, now)
  if (!isUnchanged || !(await isProved(payload, memberId, status))) await keepProof()
  return after
}

function writeSubscription(
  payload: Payload,
  before: Subscription | null,
  member: string,
  { topics, series, briefings, ...chosen }: Choice,
): Promise<Subscription> {
  const data = {
    ...chosen,
    topics: [...topics],
    series: [...series],
    briefings: [...briefings],
  }
  return before
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
}
