import { normaliseEmail } from '@/lib/email-address'
import { type AttemptStore, type Limit, type LimitAnswer, limitOf } from '@/lib/limit'

export type SignInLimits = {
  readonly asksFrom: Limit
  readonly asksFor: Limit
  readonly triesFrom: Limit
}

/** In 15 minutes: 20 asks from one place, 5 for one address, and 30 codes typed from one place. */
export const signInLimits = (store: AttemptStore): SignInLimits => ({
  asksFrom: limitOf(20, 15, { name: 'sign-in asks from', store }),
  asksFor: limitOf(5, 15, { name: 'sign-in asks for', store }),
  triesFrom: limitOf(30, 15, { name: 'sign-in codes from', store }),
})

/** Counts an ask, by where it comes from and then by the address it names, a member's or not. */
export async function countAsk(
  limits: SignInLimits,
  { from, email, now }: { from: string; email: string; now: Date },
): Promise<LimitAnswer> {
  const answer = await limits.asksFrom(from, now)
  return answer.kind === 'wait' ? answer : limits.asksFor(normaliseEmail(email), now)
}
