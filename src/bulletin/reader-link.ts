import type { Payload } from 'payload'
import type { Member, Subscription } from '@/payload-types'
import { setSubscription } from './subscriptions'
import { subscriptionOfToken } from './tokens'
import { ONE_CLICK } from './wording'
import { type Wishes, wishesOf } from './wishes'

type TokenArgs = { readonly payload: Payload; readonly secret: string; readonly token: string }

export type LinkedReader = {
  readonly memberId: string
  /** Enough for its owner to know it by: `a•••@example.org`. */
  readonly maskedAddress: string
  readonly status: Subscription['status']
  readonly pausedUntil: string | null
  readonly wishes: Wishes
}

export const masked = (address: string): string => address.replace(/^(.)[^@]*/u, '$1•••')

const isRow = (member: string | Member | null | undefined): member is Member =>
  typeof member === 'object' && member !== null

/** The reader whose mail carries this token, or null for a token that is nobody's. Changes nothing. */
export async function readerByToken({
  payload,
  secret,
  token,
}: TokenArgs): Promise<LinkedReader | null> {
  const id = subscriptionOfToken(secret, token)
  if (!id) return null
  const { docs } = await payload.find({
    collection: 'subscriptions',
    overrideAccess: true,
    where: { id: { equals: id } },
    depth: 1,
    populate: { members: { email: true }, briefings: { title: true } },
    limit: 1,
  })
  const [subscription] = docs
  if (!subscription || !isRow(subscription.member)) return null
  return {
    memberId: subscription.member.id,
    maskedAddress: masked(subscription.member.email),
    status: subscription.status,
    pausedUntil: subscription.pausedUntil ?? null,
    wishes: wishesOf(subscription),
  }
}

/**
 * Takes a reader off the list at one click of their mail program (RFC 8058).
 *
 * Safe to repeat. A token that is nobody's is passed over in silence, so that answers tell nothing.
 */
export async function unsubscribeByToken(args: TokenArgs & { readonly now: Date }): Promise<void> {
  const reader = await readerByToken(args)
  if (!reader) return
  await setSubscription({
    payload: args.payload,
    memberId: reader.memberId,
    status: 'unsubscribed',
    madeThrough: 'list-unsubscribe',
    wording: ONE_CLICK,
    now: args.now,
  })
}
