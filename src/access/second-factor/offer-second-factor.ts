import type { Payload } from 'payload'
import { renderSVG } from 'uqr'
import { deriveKey } from '@/lib/derive-key'
import { sealed, unsealed } from '@/lib/sealed'
import { addressForApp, newSecret } from '@/lib/timed-code'
import type { Staff } from '@/payload-types'

const OFFERED_FOR_MS = 15 * 60_000

export type Offer = {
  /** What an app reads, as SVG. */
  readonly picture: string
  /** The same for whoever types it. */
  readonly secret: string
  /** To be handed back with the first code. Says nothing to anybody else. */
  readonly offer: string
}

const offerKey = ({ secret }: Payload) => deriveKey(secret, 'offer of a second factor')

/** Makes a secret for this person. Nothing is kept until a code shows that their app has it. Safe to repeat. */
export function offerSecondFactor(
  payload: Payload,
  { id, email }: Pick<Staff, 'id' | 'email'>,
  now: Date,
): Offer {
  const secret = newSecret()
  const until = now.getTime() + OFFERED_FOR_MS
  return {
    secret,
    picture: renderSVG(addressForApp(secret, email)),
    offer: sealed(JSON.stringify({ id, secret, until }), offerKey(payload)),
  }
}

/** The secret that was offered to this person within the last quarter of an hour, or null. */
export function secretOffered(
  payload: Payload,
  id: string,
  offer: string,
  now: Date,
): string | null {
  const text = unsealed(offer, offerKey(payload))
  if (text === null) return null
  const offered = JSON.parse(text) as { id: string; secret: string; until: number }
  return offered.id === id && offered.until > now.getTime() ? offered.secret : null
}
