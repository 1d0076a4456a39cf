import { timingSafeEqual } from 'node:crypto'
import { mac, MAC_BYTES, toBytes, toId } from './tokens'

const VERSION = 'c1'
const TIME_BYTES = 4
const DAY = 24 * 60 * 60 * 1000

export const CONFIRM_DAYS = 28

/** What a link to confirm says: whose subscription, and until when it is good. */
export type Confirmation = { readonly subscriptionId: string; readonly expiresAt: Date }

const sealOf = (secret: string, subscriptionId: string, time: Buffer): Buffer =>
  mac(secret, 'confirm', `${subscriptionId}\n${time.toString('hex')}`)

/** The opaque part of a link to confirm. Good for 28 days from `now`; cannot be forged or lengthened. */
export function confirmToken(secret: string, subscriptionId: string, now: Date): string {
  const time = Buffer.alloc(TIME_BYTES)
  time.writeUInt32BE(Math.floor((now.getTime() + CONFIRM_DAYS * DAY) / 1000))
  const parts = [sealOf(secret, subscriptionId, time), time, toBytes(subscriptionId)]
  return VERSION + Buffer.concat(parts).toString('base64url')
}

/** What a token says, whether it is still good or not; null for one we did not make. Compared in constant time. */
export function confirmationOfToken(secret: string, token: string): Confirmation | null {
  if (!token.startsWith(VERSION) || token.length > 80) return null
  const bytes = Buffer.from(token.slice(VERSION.length), 'base64url')
  const time = bytes.subarray(MAC_BYTES, MAC_BYTES + TIME_BYTES)
  const subscriptionId = toId(bytes.subarray(MAC_BYTES + TIME_BYTES))
  if (!subscriptionId) return null
  const isOurs = timingSafeEqual(bytes.subarray(0, MAC_BYTES), sealOf(secret, subscriptionId, time))
  return isOurs ? { subscriptionId, expiresAt: new Date(time.readUInt32BE(0) * 1000) } : null
}
