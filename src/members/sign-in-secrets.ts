import { createHmac, randomBytes, randomInt } from 'node:crypto'
import type { Payload } from 'payload'
import { deriveKey } from '@/lib/derive-key'
import { normaliseEmail } from '@/lib/email-address'

/** What the service keeps of a secret it handed out: useless without the service's own key. */
const keyedHash = ({ secret }: Pick<Payload, 'secret'>, kind: string, value: string): string =>
  createHmac('sha256', deriveKey(secret, 'sign-in')).update(`${kind}\n${value}`).digest('hex')

export const addressHashOf = (payload: Pick<Payload, 'secret'>, email: string): string =>
  keyedHash(payload, 'address', normaliseEmail(email))

/** Bound to the address, so that equal codes of two people are kept unlike. */
export const codeHashOf = (
  payload: Pick<Payload, 'secret'>,
  addressHash: string,
  code: string,
): string => keyedHash(payload, 'code', `${addressHash}\n${code}`)

export const linkHashOf = (payload: Pick<Payload, 'secret'>, token: string): string =>
  keyedHash(payload, 'link', token)

/** Six digits, each equally likely. */
export const newCode = (): string => randomInt(1_000_000).toString().padStart(6, '0')

/** 32 random bytes, fit for an address. */
export const newLinkToken = (): string => randomBytes(32).toString('base64url')
