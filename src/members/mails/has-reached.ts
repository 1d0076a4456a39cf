import type { AccountMail } from '@/payload-types'

/** Kept as the reason of a mail that waited in vain: it tells such a mail from one that was refused. */
export const GIVEN_UP = 'The mail server took it from us on none of three days.'

/** RFC 3463: the server refuses whoever sends, and says nothing of the address. */
const REFUSED_AS_OURS = /(?<![\d.])5\.7\.\d/

/**
 * Whether a mail that is done with has been put to its address: taken by the server, perhaps taken, or refused for good,
 * since an address that is refused reaches nobody. Not one that was given up or dropped, or refused because of us.
 */
export function hasReached({ state, reason }: Pick<AccountMail, 'state' | 'reason'>): boolean {
  if (state === 'sent' || state === 'uncertain') return true
  return state === 'failed' && reason !== GIVEN_UP && !REFUSED_AS_OURS.test(reason ?? '')
}
