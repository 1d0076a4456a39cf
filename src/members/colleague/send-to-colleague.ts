import type { Payload } from 'payload'
import { hasMembership } from '@/access/has-membership'
import { addressHash } from '@/lib/address-hash'
import { isEmailAddress, normaliseEmail } from '@/lib/email-address'
import { domainOf } from '@/lib/mail-domain'
import { writeOnce } from '@/lib/write-once'
import type { ColleaguePass, Member } from '@/payload-types'
import { oweMail } from '../mails/owe-mail'

export const PASS_DAYS = 7
const DAY = 24 * 60 * 60 * 1000

export const inPassDays = (now: Date): string =>
  new Date(now.getTime() + PASS_DAYS * DAY).toISOString()

export type SendAnswer =
  { readonly kind: 'sent' } | { readonly kind: 'faulty'; readonly fault: string }

async function passWith(payload: Payload, key: string): Promise<ColleaguePass | null> {
  const { docs } = await payload.find({
    collection: 'colleague-passes',
    overrideAccess: true,
    depth: 0,
    limit: 1,
    pagination: false,
    where: { key: { equals: key } },
  })
  return docs[0] ?? null
}

/**
 * Keeps a member’s wish to send a briefing to a colleague, and owes the colleague a mail: one for a briefing, a sender
 * and an address, as long as the pass lasts.
 *
 * It answers alike, after the same work, whatever the address is: what the mail may open is found out when it is sent.
 * Safe to repeat.
 */
export async function sendToColleague({
  payload,
  member,
  briefingId,
  email: typed,
  now,
}: {
  payload: Payload
  /** With the organisation. */
  member: Member
  briefingId: string
  email: string
  now: Date
}): Promise<SendAnswer> {
  const email = normaliseEmail(typed)
  if (!isEmailAddress(email)) {
    return { kind: 'faulty', fault: 'Give an e-mail address, such as name@example.gov.uk.' }
  }
  if (email === member.email) return { kind: 'faulty', fault: 'That is your own address.' }
  if (!hasMembership(member, now)) {
    return { kind: 'faulty', fault: 'The membership is not running, so nothing can be sent by it.' }
  }
  const hash = addressHash(payload.config.secret, email)
  const key = [briefingId, member.id, hash].join('\n')
  await writeOnce(payload, 'colleague-passes', {
    key,
    briefingId,
    sender: member.id,
    addressHash: hash,
    domain: domainOf(email),
    endsAt: inPassDays(now),
  })
  const pass = await passWith(payload, key)
  if (pass) {
    await oweMail(payload, { kind: 'colleague-pass', subjectId: pass.id, address: email }, now)
  }
  return { kind: 'sent' }
}
