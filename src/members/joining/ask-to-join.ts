import type { Payload } from 'payload'
import { isEmailAddress, normaliseEmail } from '@/lib/email-address'
import { holdsAddress } from '@/lib/holds-address'
import { oneLine } from '@/lib/one-line'

export type JoinWords = { readonly name: string; readonly email: string }

export type AskAnswer =
  | { readonly kind: 'asked' }
  | { readonly kind: 'faulty'; readonly faults: Partial<Record<keyof JoinWords, string>> }

export const JOIN_DAYS = 7
const DAY = 24 * 60 * 60 * 1000
const MOST = 120

function faultsOf({ name, email }: JoinWords): Partial<Record<keyof JoinWords, string>> {
  return {
    ...(name === '' ? { name: 'Tell us your name.' } : {}),
    ...(name.length > MOST
      ? { name: `That is too long: ${MOST} characters are the most we can keep.` }
      : {}),
    ...(holdsAddress(name)
      ? { name: 'Give your name alone, without an address of the web or of e-mail.' }
      : {}),
    ...(isEmailAddress(email)
      ? {}
      : { email: 'Give your e-mail address at work, such as name@example.gov.uk.' }),
  }
}

/**
 * Keeps somebody's wish to join by the address of their organisation. What comes of it, `settleJoinRequests` decides
 * once the answer is given: so it is the same, after the same work, whether the address is a member's, of a member
 * organisation, or neither.
 */
export async function askToJoin({
  payload,
  words,
  now,
}: {
  payload: Payload
  words: JoinWords
  now: Date
}): Promise<AskAnswer> {
  const person = { name: oneLine(words.name), email: normaliseEmail(words.email) }
  const faults = faultsOf(person)
  if (Object.keys(faults).length > 0) return { kind: 'faulty', faults }
  await payload.create({
    collection: 'join-requests',
    overrideAccess: true,
    depth: 0,
    data: {
      ...person,
      state: 'asked',
      expiresAt: new Date(now.getTime() + JOIN_DAYS * DAY).toISOString(),
    },
  })
  return { kind: 'asked' }
}
