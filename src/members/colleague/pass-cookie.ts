import { sessionCookieOptions } from '../session-cookie'
import { PASS_DAYS } from './send-to-colleague'

/** As many briefings as one browser may hold passes to at once. The oldest goes first. */
const MOST_HELD = 10

const TOKEN = /^[\w-]{43}$/

export const passCookieName = (isLoopback: boolean): string =>
  isLoopback ? 'signpost-pass' : '__Host-signpost-pass'

/** As a session's cookie, for as long as a pass may last: when one ends is decided by its row. */
export const passCookieOptions = (isLoopback: boolean) => ({
  ...sessionCookieOptions(isLoopback),
  maxAge: PASS_DAYS * 24 * 60 * 60,
})

/** The tokens in such a cookie, the newest first. */
export const passTokensIn = (value: string | undefined): readonly string[] =>
  (value ?? '')
    .split('.')
    .filter((token) => TOKEN.test(token))
    .slice(0, MOST_HELD)

/** The cookie with one more. */
export const withPassToken = (held: readonly string[], token: string): string =>
  [token, ...held].slice(0, MOST_HELD).join('.')
