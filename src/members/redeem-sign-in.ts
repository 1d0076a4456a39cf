import type { Payload, Where } from 'payload'
import type { SignInCode } from '@/payload-types'
import { addressHashOf, codeHashOf, linkHashOf } from './sign-in-secrets'

export const MOST_TRIES = 5

type Redeemed = { readonly kind: 'redeemed'; readonly memberId: string }

/**
 * `over` stands for no code, a code that has run out, was used or had too many tries: one word for all of them, since
 * telling them apart would tell whose addresses are members'.
 */
export type CodeAnswer = Redeemed | { readonly kind: 'malformed' | 'wrong' | 'over' }

export type LinkAnswer = Redeemed | { readonly kind: 'used' | 'expired' | 'unknown' }

const isOpen = (now: Date): Where[] => [
  { state: { equals: 'open' } },
  { expiresAt: { greater_than: now.toISOString() } },
]

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
 * Takes the code sent to an address, exactly once.
 *
 * A try is counted before the code is compared, so that guesses made at once are no cheaper than one after another;
 * after five the code is spoilt. Known and unknown addresses answer alike.
 */
export async function redeemCode({
  payload,
  email,
  code,
  now,
}: {
  payload: Payload
  email: string
  code: string
  now: Date
}): Promise<CodeAnswer> {
  const digits = code.replace(/[\s-]/g, '')
  if (!/^\d{6}$/.test(digits)) return { kind: 'malformed' }
  const addressHash = addressHashOf(payload, email)
  const row = await newestOpen(payload, addressHash, now)
  if (!row) return { kind: 'over' }

  const itself: Where[] = [{ id: { equals: row.id } }]
  const tried = await change(
    payload,
    [...itself, ...isOpen(now), { tries: { less_than: MOST_TRIES } }],
    { tries: { $inc: 1 } },
  )
  if (!tried) return { kind: 'over' }
  if (tried.codeHash === codeHashOf(payload, addressHash, digits)) {
    return (await spend(payload, itself, now)) ?? { kind: 'over' }
  }
  if (tried.tries < MOST_TRIES) return { kind: 'wrong' }
  await change(payload, [...itself, ...isOpen(now)], { state: 'spoilt' })
  return { kind: 'over' }
}

async function newestOpen(payload: Payload, addressHash: string, now: Date) {
  const { docs } = await payload.find({
    collection: 'sign-in-codes',
    overrideAccess: true,
    depth: 0,
    limit: 1,
    pagination: false,
    sort: '-createdAt',
    where: { and: [{ addressHash: { equals: addressHash } }, ...isOpen(now)] },
  })
  return docs[0]
}

/** Takes the link, exactly once, on whatever device it was opened. */
export async function redeemLink({
  payload,
  token,
  now,
}: {
  payload: Payload
  token: string
  now: Date
}): Promise<LinkAnswer> {
  const redeemed = await spend(payload, [{ linkHash: { equals: linkHashOf(payload, token) } }], now)
  if (redeemed) return redeemed
  const { kind } = await readLink({ payload, token, now })
  return { kind: kind === 'open' ? 'unknown' : kind }
}

/** What pressing the link's button would do. Changes nothing, however often it is asked. */
export async function readLink({
  payload,
  token,
  now,
}: {
  payload: Payload
  token: string
  now: Date
}): Promise<{ kind: 'open' | 'used' | 'expired' | 'unknown' }> {
  const { docs } = await payload.find({
    collection: 'sign-in-codes',
    overrideAccess: true,
    depth: 0,
    limit: 1,
    pagination: false,
    where: { linkHash: { equals: linkHashOf(payload, token) } },
  })
  const row = docs[0]
  if (!row?.member) return { kind: 'unknown' }
  if (row.state === 'used') return { kind: 'used' }
  const isOver = row.state === 'spoilt' || new Date(row.expiresAt) <= now
  return { kind: isOver ? 'expired' : 'open' }
}
