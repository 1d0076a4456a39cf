import type { Payload } from 'payload'
import type { ConsentEvent, Subscription } from '@/payload-types'
import { liftSuppression, type Reason, suppressionOf } from './suppressions'
import { addressHash } from './tokens'

type Asking = {
  readonly payload: Payload
  readonly memberId: string
  readonly madeThrough: ConsentEvent['madeThrough']
}

type MadeThrough = ConsentEvent['madeThrough']

/** Through these a person speaks who is known to have the address: they signed in by a code sent to it. */
const OWNERS: readonly MadeThrough[] = ['account', 'briefing-page', 'series-page']

/** Through these somebody else speaks for a person. */
const OTHERS: readonly MadeThrough[] = ['admin', 'import', 'seed', 'mail-provider']

const HELD_AS = {
  bounced: 'bounced',
  complained: 'complained',
  erased: 'pending',
  staff: 'unsubscribed',
} as const satisfies Record<string, Subscription['status']>

/** What may be taken back this way. What staff decided, staff must take back. */
function liftable(madeThrough: MadeThrough): readonly Reason[] {
  if (OWNERS.includes(madeThrough)) return ['erased', 'bounced', 'complained']
  return OTHERS.includes(madeThrough) ? [] : ['erased']
}

/** The hash of the address a member has now, or null where there is no such member. */
export async function currentHash(payload: Payload, memberId: string): Promise<string | null> {
  const member = await payload.findByID({
    collection: 'members',
    id: memberId,
    overrideAccess: true,
    depth: 0,
    disableErrors: true,
  })
  return member ? addressHash(payload.config.secret, member.email) : null
}

/**
 * How a subscription must stand although it was asked for, or null where it may be active.
 *
 * An address that must not be mailed is held until its owner asks, signed in: a box ticked elsewhere would make a
 * subscription that says active and mails nobody.
 */
export async function heldBack(asking: Asking): Promise<Subscription['status'] | null> {
  const hash = await currentHash(asking.payload, asking.memberId)
  const reason = hash && (await suppressionOf(asking.payload, hash))
  return reason && !liftable(asking.madeThrough).includes(reason) ? HELD_AS[reason] : null
}

/** Takes the bar from an address whose owner asks for the Bulletin. Does nothing where others ask. Safe to repeat. */
export async function liftForOwner({ payload, memberId, madeThrough }: Asking): Promise<void> {
  const reasons = liftable(madeThrough)
  if (reasons.length === 0) return
  const hash = await currentHash(payload, memberId)
  if (hash) await liftSuppression(payload, hash, reasons)
}

/**
 * When the owner of an address last asked for the Bulletin, or null. What an earlier mail met with counts no longer.
 */
export async function lastAskedAt(payload: Payload, memberId: string): Promise<Date | null> {
  const { docs } = await payload.find({
    collection: 'consent-events',
    overrideAccess: true,
    where: {
      and: [
        { memberId: { equals: memberId } },
        { action: { in: ['subscribed', 'resubscribed', 'confirmed'] } },
        { madeThrough: { in: [...OWNERS] } },
      ],
    },
    sort: ['-at', '-id'],
    limit: 1,
    depth: 0,
  })
  return docs[0] ? new Date(docs[0].at) : null
}
