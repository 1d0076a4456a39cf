import { createHash } from 'node:crypto'
import type { Payload } from 'payload'
import type { ConsentEvent, Subscription } from '@/payload-types'
import { type Wishes, wishesOf } from './wishes'

/** A member's choice as it stood at a moment: enough to prove it, and to go back to it. */
export type Choice = Wishes & {
  readonly status: Subscription['status']
  /** ISO date-time. */
  readonly pausedUntil: string | null
}

export type MadeThrough = ConsentEvent['madeThrough']

const ACTORS: Readonly<Record<MadeThrough, string>> = {
  account: 'the member, signed in',
  'briefing-page': 'the member, signed in',
  'series-page': 'the member, signed in',
  'preference-page': 'the holder of a link from a mail',
  'confirm-page': 'the holder of a link from a mail',
  'list-unsubscribe': 'a mail program, for its reader',
  'mail-provider': 'a mail provider, for its user',
  admin: 'staff',
  import: 'staff, by import',
  seed: 'the demonstration',
}

const BY_TOKEN: readonly MadeThrough[] = ['preference-page', 'confirm-page', 'list-unsubscribe']

/** Chosen by the member through what only they, or the reader of their mail, can reach. */
export const isOwnChoice = (madeThrough: MadeThrough): boolean =>
  !['admin', 'import', 'seed', 'mail-provider'].includes(madeThrough)

export const choiceOf = (subscription: Subscription | null): Choice | null =>
  subscription && {
    ...wishesOf(subscription),
    status: subscription.status,
    pausedUntil: subscription.pausedUntil ?? null,
  }

export const wordingHash = (wording: string): string =>
  createHash('sha256').update(wording).digest('hex')

export type Consent = {
  readonly memberId: string
  readonly action: ConsentEvent['action']
  readonly madeThrough: MadeThrough
  readonly wording: string
  readonly before: Subscription | null
  readonly chosen: Choice
  readonly now: Date
}

/**
 * Adds to the proof of what a member agreed to: the words shown, when, and how (UK GDPR article 7(1)).
 *
 * Never changes what is there. Repeated, it adds another: callers ask first whether there is anything to prove.
 */
export async function keepConsent(payload: Payload, consent: Consent): Promise<void> {
  const { memberId, action, madeThrough, wording, before, chosen, now } = consent
  const hash = wordingHash(wording)
  await payload.create({
    collection: 'consent-events',
    overrideAccess: true,
    data: {
      memberId,
      action,
      at: now.toISOString(),
      madeThrough,
      wording,
      wordingHash: hash,
      wordingVersion: hash.slice(0, 12),
      actor: ACTORS[madeThrough],
      tokenId: BY_TOKEN.includes(madeThrough) ? before?.id : undefined,
      topics: [...chosen.topics],
      chosen,
      before: choiceOf(before),
    },
  })
}

/** The newest proof there is of a member's choices, or null. */
export async function newestConsent(
  payload: Payload,
  memberId: string,
): Promise<ConsentEvent | null> {
  const { docs } = await payload.find({
    collection: 'consent-events',
    overrideAccess: true,
    where: { memberId: { equals: memberId } },
    sort: ['-at', '-id'],
    limit: 1,
    depth: 0,
  })
  return docs[0] ?? null
}
