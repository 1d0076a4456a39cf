import type { Payload } from 'payload'
import { isMembershipRunning } from '@/access/has-membership'
import { theService } from '@/access/record/audit-entry'
import { idOf } from '@/lib/ids'
import { hasDomainOf } from '@/lib/mail-domain'
import { onItsOwn } from '@/lib/on-its-own'
import type { JoinRequest } from '@/payload-types'
import { oweMail, TO_STAFF } from '../mails/owe-mail'
import { managersOf } from '../organisation/managers-of'
import { takeSeat } from '../take-seat'
import { changeRequest } from './change-request'
import { isRemovedFrom } from './removed-from'

async function waitingFor(payload: Payload, organisationId?: string): Promise<JoinRequest[]> {
  const { docs } = await payload.find({
    collection: 'join-requests',
    overrideAccess: true,
    depth: 1,
    limit: 0,
    pagination: false,
    sort: 'confirmedAt',
    where: {
      and: [
        { state: { equals: 'waiting' } },
        ...(organisationId ? [{ organisation: { equals: organisationId } }] : []),
      ],
    },
  })
  return docs
}

/** For so long somebody who joined is told so by the link they joined by. */
const JOINED_KEPT_DAYS = 30
const DAY = 24 * 60 * 60 * 1000

/** @returns false where no seat was to be had. */
async function seat(payload: Payload, request: JoinRequest, now: Date): Promise<boolean> {
  const { id, name, email, organisation, confirmedAt } = request
  if (!organisation) return false
  const organisationId = idOf(organisation)
  const person = { name, email }
  const answer = await takeSeat({ payload, organisationId, person, by: theService, now })
  if (answer.kind === 'full') return false
  if (answer.kind === 'elsewhere') {
    // They have become a member of another organisation: there is nothing left to wait for, and no seat to tell of.
    await changeRequest(payload, id, 'waiting', { state: 'known' })
    return true
  }
  if (answer.kind === 'seated') await noteConfirmed(payload, answer.member.id, confirmedAt, now)
  if (request.toldToWaitAt) {
    await oweMail(payload, { kind: 'seat-free', subjectId: id, address: email }, now)
  }
  const expiresAt = new Date(now.getTime() + JOINED_KEPT_DAYS * DAY).toISOString()
  await changeRequest(payload, id, 'waiting', { state: 'joined', expiresAt })
  return true
}

/** Whoever joined by a link in a mail has shown that the address is theirs. */
async function noteConfirmed(
  payload: Payload,
  memberId: string,
  confirmedAt: string | null | undefined,
  now: Date,
): Promise<void> {
  await payload.db.updateOne({
    collection: 'members',
    where: { id: { equals: memberId } },
    data: { addressConfirmedAt: confirmedAt ?? now.toISOString() },
    options: { atomic: true },
  })
}

/** Tells each manager once that somebody waits for a seat, or to be put back; staff, where there is no manager. */
async function tellOfWaiting(
  payload: Payload,
  { id, toldToWaitAt }: JoinRequest,
  organisationId: string,
  now: Date,
): Promise<void> {
  if (toldToWaitAt) return
  const managers = (await managersOf(payload, organisationId)).map(({ email }) => email)
  for (const address of managers.length > 0 ? managers : [TO_STAFF]) {
    await oweMail(payload, { kind: 'seat-wanted', subjectId: id, address }, now)
  }
  await changeRequest(payload, id, 'waiting', { toldToWaitAt: now.toISOString() })
}

/**
 * Gives free seats to those who wait, of one organisation or of all: whoever confirmed first comes first. Where none is
 * free, the managers are told. Nobody is seated while the organisation's membership is not running, by a domain it no
 * longer has, or whom a manager removed: of these the managers are told too, and put them back or leave it. Who cannot be
 * seated because of a fault keeps nobody else waiting.
 *
 * Safe to repeat and to run beside itself: a seat is taken by a unique mark, and one address has one account.
 */
export async function seatTheWaiting(
  payload: Payload,
  now: Date,
  organisationId?: string,
): Promise<void> {
  const full = new Set<string>()
  const seatOrTell = async (request: JoinRequest): Promise<void> => {
    const { organisation } = request
    if (typeof organisation !== 'object' || organisation === null) return
    if (!isMembershipRunning(organisation, now) || !hasDomainOf(request.email, organisation)) return
    if (await isRemovedFrom(payload, request.email, organisation.id)) {
      await tellOfWaiting(payload, request, organisation.id, now)
      return
    }
    if (!full.has(organisation.id) && (await seat(payload, request, now))) return
    full.add(organisation.id)
    await tellOfWaiting(payload, request, organisation.id, now)
  }
  for (const request of await waitingFor(payload, organisationId)) {
    await onItsOwn(payload.logger, `Seating the wish ${request.id}`, () => seatOrTell(request))
  }
}
