import type { Payload } from 'payload'
import type { BulletinDelivery } from '@/payload-types'
import { currentHash, lastAskedAt } from './owners-word'
import { stopSubscription } from './stop-subscription'
import { suppress } from './suppressions'

type HeedArgs = {
  readonly payload: Payload
  readonly delivery: BulletinDelivery
  readonly now: Date
}

/** When a mail went out, as far as is known. */
export const wentOutAt = ({ sendingAt, doneAt, createdAt }: BulletinDelivery): Date =>
  new Date(sendingAt ?? doneAt ?? createdAt)

/**
 * Stops mail to an address that is gone, and the Bulletin of the member who has it now.
 *
 * What went out before its owner last asked for the Bulletin is passed over: they know better. Safe to repeat.
 */
export async function heedBounce({ payload, delivery, now }: HeedArgs): Promise<boolean> {
  const { memberId, addressHash } = delivery
  const asked = await lastAskedAt(payload, memberId)
  if (asked && wentOutAt(delivery) < asked) return false
  await suppress(payload, { addressHash, reason: 'bounced', now })
  const isTheirs = (await currentHash(payload, memberId)) === addressHash
  if (isTheirs) await stopSubscription({ payload, memberId, to: 'bounced', now })
  return true
}
