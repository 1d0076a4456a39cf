import type { Payload, Where } from 'payload'
import { idOf } from '@/lib/ids'
import type { SignInCode } from '@/payload-types'
import { addressHashOf, codeHashOf, linkHashOf } from './sign-in-secrets'
import type { WrongCodes } from './wrong-codes'

export const MOST_TRIES = 5

type Redeemed = { readonly kind: 'redeemed'; readonly memberId: string }

/**
 * `over` stands for no code, a code that has run out, was used or had too many tries: one word for all of them, since
 * telling them apart would tell whose addresses are members'. `link-only`: too many wrong codes for the address today.
 */
export type CodeAnswer = Redeemed | { readonly kind: 'malformed' | 'wrong' | 'over' | 'link-only' }

export type LinkAnswer = Redeemed | { readonly kind: 'used' | 'expired' | 'unknown' }

const isStillGood = (now: Date): Where => ({ expiresAt: { greater_than: now.toISOString() } })

const isOpen = (now: Date): Where[] => [{ state: { equals: 'open' } }, isStillGood(now)]

/** One conditional write: of any number at once, in any number of processes, exactly one has the row back. */
async function change(
  payload: Payload,
  where: Where[],
  data: Record<string, unknown>,
): Promise<SignInCode | null> {
  const row = await payload.db.updateOne({
    collection: 'sign-in-codes',
    where: { and: where },
    data,
    options: { atomic: true },
  })
  return row as unknown as SignInCode | null
}

async function spend(payload: Payload, where: Where[], now: Date): Promise<Redeemed | null> {
  const row = await change(payload, [...where, ...isOpen(now)], { state: 'used' })
  const member = row?.member
  if (!member) return null
  return { kind: 'redeemed', memberId: typeof member === 'object' ? member.id : member }
}

/**
 * Takes the code that was mailed for an ask, exactly once. A code works by its own ask alone, so that nobody can guess at
 * another's.
 *
 * A try is counted before the code is compared, so that guesses made at once are no cheaper than one after another; after
 * five the code is spoilt, and its link is not. Known and unknown addresses answer alike, and a wrong code is answered alike whether or
 * not the link beside it was used in the meantime.
 */
export async function redeemCode({
  payload,
  wrongCodes,
  email,
  ask,
  code,
  from,
  now,
}: {
  payload: Payload
  wrongCodes: WrongCodes
  email: string
  /** What `requestSignIn` named the ask. */
  ask: string
  code: string
  /** Where the try comes from. */
  from: string
  now: Date
}): Promise<CodeAnswer> {
  const digits = code.replace(/[\s-]/g, '')
  if (!/^\d{6}$/.test(digits)) return { kind: 'malformed' }
  const addressHash = addressHashOf(payload, email)
  const itself: Where[] = [{ id: { equals: ask } }, { addressHash: { equals: addressHash } }]
  const mayBeTried = [isStillGood(now), { tries: { less_than: MOST_TRIES } }]
  const tried = await change(payload, [...itself, ...mayBeTried], { tries: { $inc: 1 } })
  if (!tried) return { kind: 'over' }
  const counted = await wrongCodes.count({ addressHash, from, now })
  if (counted.isTooOften) return { kind: 'link-only' }
  if (tried.codeHash !== codeHashOf(payload, addressHash, digits)) {
    return { kind: tried.tries < MOST_TRIES ? 'wrong' : 'over' }
  }
  await counted.takeBack()
  return (await spend(payload, itself, now)) ?? { kind: 'over' }
}

/** Takes the link, exactly once, on whatever device it was opened. */
export async function redeemLink({ payload, token, now }: ByLink): Promise<LinkAnswer> {
  const redeemed = await spend(payload, [{ linkHash: { equals: linkHashOf(payload, token) } }], now)
  if (redeemed) return redeemed
  const { kind } = await readLink({ payload, token, now })
  return { kind: kind === 'open' ? 'unknown' : kind }
}

type ByLink = { readonly payload: Payload; readonly token: string; readonly now: Date }

async function rowOfLink({ payload, token }: Omit<ByLink, 'now'>): Promise<SignInCode | null> {
  const { docs } = await payload.find({
    collection: 'sign-in-codes',
    overrideAccess: true,
    depth: 0,
    limit: 1,
    pagination: false,
    where: { linkHash: { equals: linkHashOf(payload, token) } },
  })
  return docs[0] ?? null
}

/** What pressing the link's button would do. Changes nothing, however often it is asked. */
export async function readLink({
  now,
  ...by
}: ByLink): Promise<{ kind: 'open' | 'used' | 'expired' | 'unknown' }> {
  const row = await rowOfLink(by)
  if (!row?.member) return { kind: 'unknown' }
  if (row.state === 'used') return { kind: 'used' }
  const isOver = row.state === 'spoilt' || new Date(row.expiresAt) <= now
  return { kind: isOver ? 'expired' : 'open' }
}

/** Whether the link was sent to this member. Changes nothing, and tells nobody whose else it is. */
export async function isLinkOf(memberId: string, by: Omit<ByLink, 'now'>): Promise<boolean> {
  const member = (await rowOfLink(by))?.member
  return Boolean(member) && idOf(member ?? '') === memberId
}
