import { createHmac, timingSafeEqual } from 'node:crypto'
import { deriveKey } from './derive-key'

const MAC_BYTES = 18

export type SignedLink =
  { readonly kind: 'good'; readonly id: string } | { readonly kind: 'expired' | 'unknown' }

const macOf = (secret: string, purpose: string, text: string): Buffer =>
  createHmac('sha256', deriveKey(secret, `link ${purpose}`))
    .update(text)
    .digest()
    .subarray(0, MAC_BYTES)

/** The part of an address that names a row, for one purpose and until a moment. Cannot be forged; the same for the same. */
export function signLink(secret: string, purpose: string, id: string, until: Date): string {
  const text = `${Math.floor(until.getTime() / 1000).toString(36)}.${id}`
  return Buffer.concat([macOf(secret, purpose, text), Buffer.from(text)]).toString('base64url')
}

/** The row such a part names. Compared in constant time; one that was made for another purpose is unknown. */
export function readLink(secret: string, purpose: string, token: string, now: Date): SignedLink {
  if (token.length > 200) return { kind: 'unknown' }
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length <= MAC_BYTES || bytes.toString('base64url') !== token) return { kind: 'unknown' }
  const text = bytes.subarray(MAC_BYTES).toString()
  const isOurs = timingSafeEqual(bytes.subarray(0, MAC_BYTES), macOf(secret, purpose, text))
  if (!isOurs) return { kind: 'unknown' }
  const [seconds = '', id = ''] = text.split('.')
  return Number.parseInt(seconds, 36) * 1000 > now.getTime()
    ? { kind: 'good', id }
    : { kind: 'expired' }
}
