import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { deriveKey } from '@/lib/derive-key'

const COOKIE = 'signpost-known-browser'
const HALF_A_YEAR = 180 * 24 * 60 * 60

const sealOf = (secret: string, account: string, browser: string): string =>
  createHmac('sha256', deriveKey(secret, 'known browser'))
    .update(`${account}\n${browser}`)
    .digest('base64url')

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

/**
 * The mark of a browser that has signed in to this account before, or null.
 *
 * It opens nothing. Its tries are counted by themselves, so that whoever guesses at the account from elsewhere, even from
 * the same building, cannot keep its owner out (OWASP calls it a device cookie).
 */
export function knownBrowser(headers: Headers, account: string, secret: string): string | null {
  const kept = (headers.get('cookie') ?? '').split(/;\s*/)
  for (const pair of kept) {
    if (!pair.startsWith(`${COOKIE}=`)) continue
    const [browser = '', seal = ''] = pair.slice(COOKIE.length + 1).split('.')
    if (browser !== '' && isSame(seal, sealOf(secret, account, browser))) return browser
  }
  return null
}

/** The `Set-Cookie` that makes this browser known to one account for half a year. Sent to the sign-in routes alone. */
export function cookieOfKnownBrowser(account: string, secret: string, isHttps: boolean): string {
  const browser = randomBytes(16).toString('base64url')
  const value = `${browser}.${sealOf(secret, account, browser)}`
  const secure = isHttps ? '; Secure' : ''
  return `${COOKIE}=${value}; Path=/api/staff; Max-Age=${HALF_A_YEAR}; HttpOnly; SameSite=Strict${secure}`
}
