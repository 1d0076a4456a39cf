import { createHmac, timingSafeEqual } from 'node:crypto'

export { addressHash } from '@/lib/address-hash'

const VERSION = 'v1'
export const MAC_BYTES = 16

export const mac = (secret: string, purpose: string, text: string): Buffer =>
  createHmac('sha256', secret).update(`${purpose}\n${text}`).digest().subarray(0, MAC_BYTES)

export const toBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')

/** SQLite's ids are UUIDs, MongoDB's twelve bytes in hexadecimal. */
export function toId(bytes: Buffer): string | null {
  const hex = bytes.toString('hex')
  if (bytes.length === 12) return hex
  if (bytes.length !== 16) return null
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/**
 * The opaque part of a subscriber's links: names the subscription, cannot be forged, never expires.
 *
 * RFC 8058 section 3.1 asks for a part that is hard to forge. Short, so that its header need not fold.
 */
export const subscriberToken = (secret: string, subscriptionId: string): string =>
  VERSION +
  Buffer.concat([mac(secret, 'subscriber', subscriptionId), toBytes(subscriptionId)]).toString(
    'base64url',
  )

/** The subscription a token names, or null for one we did not make. Compared in constant time. */
export function subscriptionOfToken(secret: string, token: string): string | null {
  if (!token.startsWith(VERSION) || token.length > 64) return null
  const bytes = Buffer.from(token.slice(VERSION.length), 'base64url')
  const id = toId(bytes.subarray(MAC_BYTES))
  if (!id) return null
  const isOurs = timingSafeEqual(bytes.subarray(0, MAC_BYTES), mac(secret, 'subscriber', id))
  return isOurs && subscriberToken(secret, id) === token ? id : null
}

/** Names a delivery to the world: in its Message-ID and its envelope sender. The same every time. */
export const deliveryToken = (secret: string, deliveryKey: string): string =>
  mac(secret, 'delivery', deliveryKey).toString('hex')
