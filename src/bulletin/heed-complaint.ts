import type { Payload } from 'payload'
import type { BulletinDelivery } from '@/payload-types'
import { wentOutAt } from './heed-bounce'
import { currentHash, lastAskedAt } from './owners-word'
import { stopSubscription } from './stop-subscription'
import { suppress } from './suppressions'

type ComplaintArgs = {
  readonly payload: Payload
  readonly memberId: string
  readonly delivery: BulletinDelivery | null
  /** When the provider wrote, as it says. */
  readonly writtenAt: Date | null
  readonly now: Date
}

const WORDING = 'Reported as unwanted to their mail provider, which told us.'

/** When it was said that the mail is unwanted: not before it went out, and not later than now. */
function saidAt({ delivery, writtenAt, now }: ComplaintArgs): Date {
  const written = writtenAt && writtenAt < now ? writtenAt : now
  const earliest = delivery ? wentOutAt(delivery) : written
  return written < earliest ? earliest : written
}

async function keepProof(payload: Payload, memberId: string, asked: Date | null, now: Date) {
  const { totalDocs } = await payload.count({
    collection: 'consent-events',
    overrideAccess: true,
    where: {
      and: [
        { memberId: { equals: memberId } },
        { action: { equals: 'complained' } },
        ...(asked ? [{ at: { greater_than_equal: asked.toISOString() } }] : []),
      ],
    },
  })
  if (totalDocs > 0) return
  await payload.create({
    collection: 'consent-events',
    overrideAccess: true,
    data: {
      memberId,
      action: 'complained',
      at: now.toISOString(),
      madeThrough: 'mail-provider',
      wording: WORDING,
    },
  })
}

/**
 * Takes a reader off the list who called the Bulletin unwanted, and keeps the proof.
 *
 * Passed over where they have asked for it, signed in, since they said so. Safe to repeat: the proof is kept once.
 */
export async function heedComplaint(args: ComplaintArgs): Promise<boolean> {
  const { payload, memberId, delivery, now } = args
  const asked = await lastAskedAt(payload, memberId)
  if (asked && saidAt(args) < asked) return false
  const hashes = [delivery?.addressHash, await currentHash(payload, memberId)]
  for (const addressHash of new Set(hashes)) {
    if (addressHash) await suppress(payload, { addressHash, reason: 'complained', now })
  }
  await stopSubscription({ payload, memberId, to: 'complained', now })
  await keepProof(payload, memberId, asked, now)
  return true
}
