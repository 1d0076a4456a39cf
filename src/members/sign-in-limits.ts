import { normaliseEmail } from '@/lib/email-address'
import { type AttemptStore, type Limit, limitOf } from '@/lib/limit'
import { limitOfPlaces } from '@/lib/limit-of-places'
import { type WrongCodes, wrongCodesIn } from './wrong-codes'

export type SignInLimits = {
  readonly asksFrom: Limit
  readonly asksFromFor: Limit
  readonly mailsFor: Limit
  readonly triesFrom: Limit
  readonly wrongCodes: WrongCodes
}

/**
 * In 15 minutes: 20 asks and 30 codes typed from one place; 5 asks from one place for one address; 10 mails to one address.
 * In a day: 10 wrong codes for one address.
 */
export const signInLimits = (store: AttemptStore): SignInLimits => ({
  asksFrom: limitOfPlaces(20, 15, { name: 'sign-in asks from', store }),
  asksFromFor: limitOf(5, 15, { name: 'sign-in asks from for', store }),
  mailsFor: limitOf(10, 15, { name: 'sign-in mails for', store }),
  triesFrom: limitOfPlaces(30, 15, { name: 'sign-in codes from', store }),
  wrongCodes: wrongCodesIn(store),
})

export type AskCounted =
  | { readonly kind: 'allowed'; readonly isMailed: boolean }
  | { readonly kind: 'wait'; readonly minutes: number }

/**
 * Counts an ask: by where it comes from, by place and address, and by the address it names, a member's or not.
 *
 * Nobody waits for what others asked. After ten mails to an address an ask is answered as ever and not mailed: each of
 * those ten holds a link that still works, and whoever reads them can sign in.
 */
export async function countAsk(
  limits: SignInLimits,
  { from, email, now }: { from: string; email: string; now: Date },
): Promise<AskCounted> {
  const address = normaliseEmail(email)
  const ofPlace = await limits.asksFrom(from, now)
  if (ofPlace.kind === 'wait') return ofPlace
  const ofBoth = await limits.asksFromFor(`${from} ${address}`, now)
  if (ofBoth.kind === 'wait') return ofBoth
  const mailed = await limits.mailsFor(address, now)
  return { kind: 'allowed', isMailed: mailed.kind === 'allowed' }
}
