import type { Payload } from 'payload'
import { isMembershipRunning } from '@/access/has-membership'
import { idOf } from '@/lib/ids'
import { hasDomainOf } from '@/lib/mail-domain'
import type { JoinRequest, Organisation } from '@/payload-types'
import { memberWith } from '../member-with'
import { forgetErasure } from '../not-to-be-mailed'
import { changeRequest } from './change-request'
import { readJoinToken } from './join-links'
import { isRemovedFrom } from './removed-from'
import { seatTheWaiting } from './seat-the-waiting'

type ByToken = { readonly payload: Payload; readonly token: string; readonly now: Date }

export type JoinView =
  | {
      /** `asks-back`: a manager removed them, and is asked. `not-theirs`: the organisation has the domain no longer. */
      readonly kind: 'open' | 'waiting' | 'asks-back' | 'not-theirs' | 'not-running'
      readonly organisation: string
      readonly name: string
    }
  | { readonly kind: 'joined' | 'expired' | 'unknown' }

export type JoinAnswer =
  | { readonly kind: 'joined'; readonly memberId: string }
  /** Looked at, pressed before, or no good: the page by `readJoin` says what holds. */
  | { readonly kind: 'waiting' | 'nothing-done' }

type Named = JoinRequest & { readonly organisation: Organisation }

async function requestOf({ payload, token, now }: ByToken): Promise<Named | 'expired' | null> {
  const link = readJoinToken(payload, token, now)
  if (link.kind !== 'good') return link.kind === 'expired' ? 'expired' : null
  const { docs } = await payload.find({
    collection: 'join-requests',
    overrideAccess: true,
    depth: 1,
    limit: 1,
    pagination: false,
    where: { id: { equals: link.id } },
  })
  const request = docs[0]
  return typeof request?.organisation === 'object' && request.organisation !== null
    ? (request as Named)
    : null
}

/** Whether somebody who asked more than once waits by an earlier wish. */
async function waitsByAnother(payload: Payload, { id, email, organisation }: Named) {
  const { totalDocs } = await payload.count({
    collection: 'join-requests',
    overrideAccess: true,
    where: {
      and: [
        { id: { not_equals: id } },
        { email: { equals: email } },
        { organisation: { equals: organisation.id } },
        { state: { equals: 'waiting' } },
      ],
    },
  })
  return totalDocs > 0
}

/** What pressing the button of a confirmation would do. Changes nothing, however often it is asked. */
export async function readJoin(asked: ByToken): Promise<JoinView> {
  const request = await requestOf(asked)
  if (request === 'expired') return { kind: 'expired' }
  if (!request) return { kind: 'unknown' }
  const { state, organisation, name, email } = request
  const isWaiting =
    state === 'waiting' || (state === 'known' && (await waitsByAnother(asked.payload, request)))
  if (state === 'joined' || (state === 'known' && !isWaiting)) return { kind: 'joined' }
  const named = { organisation: organisation.name, name }
  if (!hasDomainOf(email, organisation)) return { kind: 'not-theirs', ...named }
  if (isWaiting) {
    const isRemoved = await isRemovedFrom(asked.payload, email, organisation.id)
    return { kind: isRemoved ? 'asks-back' : 'waiting', ...named }
  }
  return isMembershipRunning(organisation, asked.now)
    ? { kind: 'open', ...named }
    : { kind: 'not-running', ...named }
}

/**
 * Takes the word of whoever has the mail that the address is theirs: gives them a seat, or a place among those who
 * wait. The domain must still be the organisation’s; whom a manager removed waits for their word. Who waits already waits
 * by that wish alone, so that nobody is told of them twice.
 *
 * Only the first press is `joined`: the link then opens nothing. Safe to repeat, also after a crash at any line:
 * whoever has confirmed waits, and those who wait are seated by the next look.
 */
export async function confirmJoin(asked: ByToken): Promise<JoinAnswer> {
  const { payload, now } = asked
  const request = await requestOf(asked)
  if (!request || request === 'expired') return { kind: 'nothing-done' }
  if (!isMembershipRunning(request.organisation, now)) return { kind: 'nothing-done' }
  if (!hasDomainOf(request.email, request.organisation)) return { kind: 'nothing-done' }
  await forgetErasure(payload, request.email)
  const state = (await waitsByAnother(payload, request)) ? 'known' : 'waiting'
  const data = { state, confirmedAt: now.toISOString() }
  const isFirst =
    (await changeRequest(payload, request.id, 'confirming', data)) ||
    (await changeRequest(payload, request.id, 'asked', data))
  if (!isFirst) return { kind: 'nothing-done' }

  await seatTheWaiting(payload, now, request.organisation.id)
  const member = await memberWith(payload, request.email)
  const isSeated = member && !member.leftAt && idOf(member.organisation) === request.organisation.id
  if (isSeated) return { kind: 'joined', memberId: member.id }
  return { kind: 'waiting' }
}
