import { normaliseEmail } from '@/lib/email-address'
import { type AttemptStore, type Limit, limitOf } from '@/lib/limit'

export type SendLimits = { readonly by: Limit; readonly to: Limit }

const HOUR = 60
const DAY = 24 * HOUR

/** A member may send 20 briefings an hour; one address is sent 5 a day, by all members together. */
export const sendLimits = (store: AttemptStore): SendLimits => ({
  by: limitOf(20, HOUR, { name: 'briefings sent by', store }),
  to: limitOf(5, DAY, { name: 'briefings sent to', store }),
})

export type SendAllowed =
  | { readonly kind: 'allowed' }
  /** Nothing is sent, and the sender is not told: how many others wrote to the address is not theirs to know. */
  | { readonly kind: 'silently-not' }
  | { readonly kind: 'wait'; readonly minutes: number }

/** Counts what a member sends, and what an address is sent. */
export async function countSend(
  limits: SendLimits,
  { memberId, email, now }: { memberId: string; email: string; now: Date },
): Promise<SendAllowed> {
  const by = await limits.by(memberId, now)
  if (by.kind === 'wait') return by
  const to = await limits.to(normaliseEmail(email), now)
  return to.kind === 'wait' ? { kind: 'silently-not' } : to
}
