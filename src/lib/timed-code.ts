import { Secret, TOTP } from 'otpauth'

const STEP_SECONDS = 30
const SECRET_BYTES = 20
/** How many steps a clock may be out, either way (RFC 6238, 5.2 and 6). */
const DRIFT = 1

const totp = (secret: string, account = 'desk') =>
  new TOTP({
    issuer: 'Signpost',
    label: account,
    algorithm: 'SHA1',
    digits: 6,
    period: STEP_SECONDS,
    secret: Secret.fromBase32(secret),
  })

/** 160 bits of chance, as RFC 4226 recommends, in the letters people can type. */
export const newSecret = (): string => new Secret({ size: SECRET_BYTES }).base32

/** What an app for codes reads from a picture: whose account of which house it is, and the secret. */
export const addressForApp = (secret: string, account: string): string =>
  totp(secret, account).toString()

/**
 * Which step of time since 1970 a code of six figures belongs to (TOTP, RFC 6238), or null for a wrong one. A code is
 * right during its own thirty seconds and the thirty before and after.
 */
export function stepOfCode(secret: string, typed: string, now: Date): number | null {
  const token = typed.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const timestamp = now.getTime()
  const drift = totp(secret).validate({ token, timestamp, window: DRIFT })
  return drift === null ? null : Math.floor(timestamp / 1000 / STEP_SECONDS) + drift
}
