import { Secret, TOTP } from 'otpauth'

export const STEP_MS = 30_000

/** What an app for sign-in codes shows now, or so many steps of time later. */
export const codeOf = (secret: string, later = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: Date.now() + later * STEP_MS,
  })

export const wrongCode = (secret: string): string =>
  String((Number(codeOf(secret)) + 500_000) % 1_000_000).padStart(6, '0')
