import 'server-only'
import { clientAddress } from '@/lib/client-address'
import { type LimitAnswer, limitOf, waitSentence } from '@/lib/limit'
import { settings } from '@/config/settings'
import { theAttempts } from './attempts'

/** From one place in 15 minutes: pages opened by a link from a mail, and changes made there. */
const looks = limitOf(120, 15, { name: 'looks by link from', store: theAttempts })
const changes = limitOf(60, 15, { name: 'changes by link from', store: theAttempts })

const from = (headers: Headers): string => clientAddress(headers, settings().trustedProxyHops)

/** Counts a look at a page that a link from a mail leads to, good link or not. */
export const countLook = (headers: Headers, now: Date): Promise<LimitAnswer> =>
  looks(from(headers), now)

/** The answer to one who changes more often than anybody could mean to, or null. */
export async function refuseChange(headers: Headers, now: Date): Promise<Response | null> {
  const answer = await changes(from(headers), now)
  if (answer.kind === 'allowed') return null
  return new Response(waitSentence(answer.minutes), {
    status: 429,
    headers: {
      'Retry-After': String(answer.minutes * 60),
      'Cache-Control': 'private, no-store',
      'Content-Type': 'text/plain; charset=utf-8',
      'Referrer-Policy': 'no-referrer',
    },
  })
}
