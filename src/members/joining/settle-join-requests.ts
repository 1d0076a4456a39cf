import type { Payload } from 'payload'
import { isMembershipRunning } from '@/access/has-membership'
import { hasDomainOf } from '@/lib/mail-domain'
import { onItsOwn } from '@/lib/on-its-own'
import type { JoinRequest, Organisation } from '@/payload-types'
import { oweMail } from '../mails/owe-mail'
import { memberWith } from '../member-with'
import { changeRequest } from './change-request'

const A_FEW = 100

/** The organisation, with membership that runs, whose domain an address has. The oldest, should two have it. */
export async function organisationOf(
  payload: Payload,
  email: string,
  now: Date,
): Promise<Organisation | null> {
  const { docs } = await payload.find({
    collection: 'organisations',
    overrideAccess: true,
    depth: 0,
    limit: 0,
    pagination: false,
    sort: 'createdAt',
    select: {
      name: true,
      domains: true,
      membershipFrom: true,
      membershipTo: true,
      graceDays: true,
      seats: true,
    },
  })
  const all = docs as unknown as Organisation[]
  return (
    all.find(
      (organisation) => hasDomainOf(email, organisation) && isMembershipRunning(organisation, now),
    ) ?? null
  )
}

async function settle(payload: Payload, { id, email }: JoinRequest, now: Date): Promise<void> {
  const member = await memberWith(payload, email)
  if (member && !member.leftAt) {
    await oweMail(payload, { kind: 'known-already', subjectId: id, address: email }, now)
    await changeRequest(payload, id, 'asked', { state: 'known' })
    return
  }
  const organisation = await organisationOf(payload, email, now)
  if (organisation) {
    await changeRequest(payload, id, 'asked', { organisation: organisation.id })
    await oweMail(payload, { kind: 'confirm-join', subjectId: id, address: email }, now)
    await changeRequest(payload, id, 'asked', { state: 'confirming' })
    return
  }
  await payload.delete({
    collection: 'join-requests',
    overrideAccess: true,
    where: { and: [{ id: { equals: id } }, { state: { equals: 'asked' } }] },
  })
}

/**
 * Looks at each wish to join and owes the mail that fits: to confirm the address, or to say that it has an account.
 * Of an address of no member organisation nothing is kept. What ran out is left to `forgetRequests`.
 *
 * Safe to repeat: a wish has one mail of a kind. One whose mail a crash left out gets it at the next look.
 */
export async function settleJoinRequests(payload: Payload, now: Date): Promise<void> {
  const { docs } = await payload.find({
    collection: 'join-requests',
    overrideAccess: true,
    depth: 0,
    limit: A_FEW,
    pagination: false,
    sort: 'createdAt',
    where: {
      and: [{ state: { equals: 'asked' } }, { expiresAt: { greater_than: now.toISOString() } }],
    },
  })
  for (const request of docs) {
    await onItsOwn(payload.logger, `Settling the wish ${request.id}`, () =>
      settle(payload, request, now),
    )
  }
}
