import { createHash } from 'node:crypto'
import type { Payload, Where } from 'payload'
import { isMembershipRunning } from '@/access/has-membership'
import { theService } from '@/access/record/audit-entry'
import { onItsOwn } from '@/lib/on-its-own'
import { readLink, signLink } from '@/lib/signed-link'
import type { AccountMail, Member, Organisation } from '@/payload-types'
import { hasReached } from '../mails/has-reached'
import { oweMail } from '../mails/owe-mail'
import { comeBack, leave } from '../organisation/leave'
import { isSentAway } from '../joining/removed-from'
import { seatTheWaiting } from '../joining/seat-the-waiting'
import { lastQuestion } from './last-question'

const DAY = 24 * 60 * 60 * 1000
/** An address counts as its member's for a year from the last sign-in, code or button: all come by mail to it. */
const ASKED_AFTER_DAYS = 335
export const ANSWER_WITHIN_DAYS = 30
const ASKED_AGAIN_AFTER_DAYS = 23
const ASKED_ANEW_AFTER_DAYS = 7
const LINK_LASTS_DAYS = 60

const PURPOSE = 'confirm-address'

const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY)

/** The link is of one address: an old one does not speak for an account that has moved on. */
const subjectOf = ({ id, email }: Pick<Member, 'id' | 'email'>): string =>
  `${id}~${createHash('sha256').update(email).digest('hex').slice(0, 16)}`

export const confirmAddressLink = (
  { secret }: Pick<Payload, 'secret'>,
  siteUrl: string,
  member: Pick<Member, 'id' | 'email'>,
  now: Date,
): string => {
  const until = new Date(now.getTime() + LINK_LASTS_DAYS * DAY)
  return `${siteUrl}/account/confirm/${signLink(secret, PURPOSE, subjectOf(member), until)}`
}

/** When the address was last known to be its member's. */
function lastKnown({ createdAt, seatedAt, lastSignedInAt, addressConfirmedAt }: Member): string {
  const times = [createdAt, seatedAt, lastSignedInAt, addressConfirmedAt].filter(
    (time) => typeof time === 'string',
  )
  return times.sort().at(-1) ?? createdAt
}

const notSince = (field: string, moment: Date): Where => ({
  or: [{ [field]: { exists: false } }, { [field]: { less_than: moment.toISOString() } }],
})

async function unheardOf(payload: Payload, moment: Date): Promise<Member[]> {
  const { docs } = await payload.find({
    collection: 'members',
    overrideAccess: true,
    depth: 1,
    limit: 0,
    pagination: false,
    where: {
      and: [
        { leftAt: { exists: false } },
        { createdAt: { less_than: moment.toISOString() } },
        notSince('seatedAt', moment),
        notSince('lastSignedInAt', moment),
        notSince('addressConfirmedAt', moment),
      ],
    },
  })
  return docs
}

/** The last question there was, since the address was last known to be its member's. */
const lastOpenQuestion = (payload: Payload, member: Member): Promise<AccountMail | null> =>
  lastQuestion(payload, { subjectId: member.id, address: member.email }, [
    { owedAt: { greater_than: lastKnown(member) } },
  ])

/** A question that did not reach its address counts for nothing: a week later it is another one. */
async function askAnew(payload: Payload, question: AccountMail, occasion: string, now: Date) {
  if (new Date(question.owedAt) > daysBefore(now, ASKED_ANEW_AFTER_DAYS)) return
  const { subjectId, address, owedAt } = question
  const mail = { kind: 'confirm-address', subjectId, address } as const
  await oweMail(payload, { ...mail, occasion: `${occasion} after ${owedAt}` }, now)
}

async function look(payload: Payload, member: Member, now: Date): Promise<void> {
  const occasion = lastKnown(member)
  const mail = { subjectId: member.id, address: member.email, occasion } as const
  const question = await lastOpenQuestion(payload, member)
  if (!question) {
    await oweMail(payload, { kind: 'confirm-address', ...mail }, now)
    return
  }
  const askedAt = question.doneAt
  if (!askedAt) return
  if (!hasReached(question)) {
    await askAnew(payload, question, occasion, now)
  } else if (new Date(askedAt) <= daysBefore(now, ANSWER_WITHIN_DAYS)) {
    await oweMail(payload, { kind: 'address-lapsed', ...mail }, now)
    await leave({ payload, memberId: member.id, because: 'not-confirmed', by: theService, now })
    await seatTheWaiting(payload, now, (member.organisation as Organisation).id)
  } else if (new Date(askedAt) <= daysBefore(now, ASKED_AGAIN_AFTER_DAYS)) {
    await oweMail(payload, { kind: 'confirm-address-again', ...mail }, now)
  }
}

/**
 * Asks each member of whom no mail has proved anything for most of a year whether the address is still theirs, once
 * more a week before the end, and ends the access of those who do not answer within thirty days of the asking.
 *
 * Only where the membership runs, and never before the question has been put to the address: one that the mail server
 * did not take in three days is asked anew. Safe to repeat.
 */
export async function askForAddresses(payload: Payload, now: Date): Promise<void> {
  for (const member of await unheardOf(payload, daysBefore(now, ASKED_AFTER_DAYS))) {
    const { organisation } = member
    if (typeof organisation !== 'object' || !isMembershipRunning(organisation, now)) continue
    await onItsOwn(payload.logger, `Asking the member ${member.id} for the address`, () =>
      look(payload, member, now),
    )
  }
}

export type AddressView =
  | {
      readonly kind: 'open'
      readonly organisation: string
      readonly email: string
      readonly hasLeft: boolean
    }
  | { readonly kind: 'removed' | 'expired' | 'unknown' }

type ByToken = { readonly payload: Payload; readonly token: string; readonly now: Date }

async function memberOf({ payload, token, now }: ByToken): Promise<Member | 'expired' | null> {
  const link = readLink(payload.secret, PURPOSE, token, now)
  if (link.kind !== 'good') return link.kind === 'expired' ? 'expired' : null
  const { docs } = await payload.find({
    collection: 'members',
    overrideAccess: true,
    depth: 1,
    limit: 1,
    pagination: false,
    where: { id: { equals: link.id.split('~')[0] ?? '' } },
  })
  const member = docs[0]
  return member && subjectOf(member) === link.id ? member : null
}

/** What pressing the button would do. Changes nothing, however often it is asked. */
export async function readAddressLink(by: ByToken): Promise<AddressView> {
  const member = await memberOf(by)
  if (member === 'expired') return { kind: 'expired' }
  if (!member || typeof member.organisation !== 'object') return { kind: 'unknown' }
  if (isSentAway(member)) return { kind: 'removed' }
  const { organisation, email, leftAt } = member
  return { kind: 'open', organisation: organisation.name, email, hasLeft: Boolean(leftAt) }
}

/** Takes the word of whoever has the mail for another year, and lets back in whom silence put out. Safe to repeat. */
export async function confirmAddress(by: ByToken): Promise<'confirmed' | 'full' | 'nothing-done'> {
  const { payload, now } = by
  const member = await memberOf(by)
  if (!member || member === 'expired' || isSentAway(member)) return 'nothing-done'
  if (member.leftAt) {
    const answer = await comeBack({ payload, member, by: { kind: 'member', id: member.id }, now })
    if (answer !== 'back') return 'full'
  }
  await payload.db.updateOne({
    collection: 'members',
    where: { id: { equals: member.id } },
    data: { addressConfirmedAt: now.toISOString() },
    options: { atomic: true },
  })
  return 'confirmed'
}
