import type { Payload } from 'payload'
import type { Member, Subscription } from '@/payload-types'
import { confirmationOfToken } from './confirm-token'
import { keepConsent } from './keep-consent'
import { oweLetter } from './letters'
import { masked } from './reader-link'
import { readSubscription, setSubscription } from './subscriptions'
import { subscriberToken } from './tokens'
import { CONFIRM } from './wording'
import { wishesOf } from './wishes'

type LinkArgs = {
  readonly payload: Payload
  readonly secret: string
  readonly token: string
  readonly now: Date
}

export type Asked =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'open' | 'run-out'; readonly maskedAddress: string }
  /** They have answered: where they change what they get. */
  | { readonly kind: 'answered'; readonly preferencesPath: string }

const isRow = (member: string | Member | null | undefined): member is Member =>
  typeof member === 'object' && member !== null

async function subscriptionBy({ payload, secret, token }: Omit<LinkArgs, 'now'>) {
  const confirmation = confirmationOfToken(secret, token)
  if (!confirmation) return null
  const { docs } = await payload.find({
    collection: 'subscriptions',
    overrideAccess: true,
    where: { id: { equals: confirmation.subscriptionId } },
    depth: 1,
    populate: { members: { email: true }, briefings: { title: true } },
    limit: 1,
  })
  const [subscription] = docs
  if (!subscription || !isRow(subscription.member)) return null
  return { subscription, member: subscription.member, expiresAt: confirmation.expiresAt }
}

const preferencesPath = (secret: string, { id }: Subscription): string =>
  `/bulletin/preferences/${subscriberToken(secret, id)}`

/** What a link to confirm leads to at `now`. Changes nothing, however often it is looked at. */
export async function readConfirmation(args: LinkArgs): Promise<Asked> {
  const found = await subscriptionBy(args)
  if (!found) return { kind: 'unknown' }
  const { subscription, member, expiresAt } = found
  if (expiresAt <= args.now) return { kind: 'run-out', maskedAddress: masked(member.email) }
  return subscription.status === 'pending'
    ? { kind: 'open', maskedAddress: masked(member.email) }
    : { kind: 'answered', preferencesPath: preferencesPath(args.secret, subscription) }
}

/**
 * Subscribes whoever pressed the button of a link that is still good, and keeps the proof. Who has answered before, or
 * left since, is left as they are. Safe to repeat.
 */
export async function confirmByToken(args: LinkArgs): Promise<Asked> {
  const asked = await readConfirmation(args)
  const found = asked.kind === 'open' ? await subscriptionBy(args) : null
  if (!found) return asked
  await setSubscription({
    payload: args.payload,
    memberId: found.member.id,
    status: 'active',
    madeThrough: 'confirm-page',
    wording: CONFIRM,
    now: args.now,
  })
  return { kind: 'answered', preferencesPath: preferencesPath(args.secret, found.subscription) }
}

/** Owes a new link to whoever holds one that has run out and has not answered; once a day at most. Tells nothing. */
export async function askAgain(args: LinkArgs): Promise<void> {
  const found = await subscriptionBy(args)
  if (found?.subscription.status !== 'pending') return
  await oweLetter(args.payload, 'confirm', found.member.id, args.now)
}

type InviteArgs = {
  readonly payload: Payload
  readonly memberId: string
  readonly topicIds: readonly string[]
  readonly now: Date
}

/**
 * Notes that a member is to be asked whether they want the Bulletin, about these topics. Nobody is subscribed by it, and
 * who ever chose, or was asked, is left alone. Safe to repeat.
 */
export async function invite(args: InviteArgs): Promise<Subscription> {
  const { payload, memberId, topicIds, now } = args
  const before = await readSubscription({ payload, memberId })
  if (before) return before
  const asked = await payload.create({
    collection: 'subscriptions',
    overrideAccess: true,
    depth: 0,
    data: { member: memberId, status: 'pending', topics: [...topicIds] },
  })
  await keepConsent(payload, {
    memberId,
    action: 'requested',
    madeThrough: 'import',
    wording: CONFIRM,
    before: null,
    chosen: { ...wishesOf(asked), status: 'pending', pausedUntil: null },
    now,
  })
  return asked
}

/** Owes a member who was asked and has not answered another letter; once a day at most. @returns whether one is owed. */
export async function remind(payload: Payload, memberId: string, now: Date): Promise<boolean> {
  const subscription = await readSubscription({ payload, memberId })
  return subscription?.status === 'pending' && oweLetter(payload, 'confirm', memberId, now)
}
