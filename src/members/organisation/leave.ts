import type { Payload } from 'payload'
import { type Actor, theService } from '@/access/record/audit-entry'
import { keepRecord } from '@/access/record/keep-record'
import { idOf } from '@/lib/ids'
import { onItsOwn } from '@/lib/on-its-own'
import { noSeat } from '@/lib/seats'
import { throughConflicts } from '@/lib/write-once'
import type { Member } from '@/payload-types'
import { eraseAccount } from '../erase-account'
import { endAllSessions } from '../sessions'
import { takeSeat } from '../take-seat'
import { claimForErasure, isDue } from './kept-leavers'

/**
 * Ends a member's access: frees the seat and closes their sessions. What they kept stays for thirty days.
 *
 * @returns whether this call ended it. Safe to repeat; the mark that ends all reading is written first.
 */
export async function leave({
  payload,
  memberId,
  because,
  by,
  now,
}: {
  payload: Payload
  memberId: string
  because: NonNullable<Member['leftBecause']>
  /** Who ended it, for the record. */
  by: Actor
  now: Date
}): Promise<boolean> {
  const row: unknown = await throughConflicts(() =>
    payload.db.updateOne({
      collection: 'members',
      where: { and: [{ id: { equals: memberId } }, { leftAt: { exists: false } }] },
      data: {
        leftAt: now.toISOString(),
        leftBecause: because,
        seat: noSeat(memberId),
        isManager: false,
      },
      options: { atomic: true },
    }),
  )
  await endAllSessions({ payload, memberId })
  if (row === null) return false
  const on = { kind: 'members', id: memberId }
  await keepRecord(payload, { act: 'member-left', by, on, details: because, now })
  return true
}

/** Puts a leaver back into a seat of their organisation, with all they had. Safe to repeat. */
export async function comeBack({
  payload,
  member,
  by,
  now,
}: {
  payload: Payload
  member: Member
  /** Who puts them back, for the record. */
  by: Actor
  now: Date
}): Promise<'back' | 'full' | 'elsewhere'> {
  const { email, name } = member
  const organisationId = idOf(member.organisation)
  const answer = await takeSeat({ payload, organisationId, person: { email, name }, by, now })
  if (answer.kind === 'seated' || answer.kind === 'known') return 'back'
  return answer.kind
}

/**
 * Erases those who left thirty days ago, with all that was theirs. One who cannot be erased now keeps no other from it,
 * and is tried again at the next look; nor is anybody erased who is put back meanwhile. Safe to repeat.
 */
export async function forgetLeavers(payload: Payload, now: Date): Promise<void> {
  const { docs } = await payload.find({
    collection: 'members',
    overrideAccess: true,
    depth: 0,
    limit: 0,
    pagination: false,
    where: isDue(now),
    select: {},
  })
  for (const member of docs) {
    await onItsOwn(payload.logger, `Erasing the leaver ${member.id}`, async () => {
      if (!(await claimForErasure(payload, member.id, now))) return
      await eraseAccount({ payload, member, by: theService })
    })
  }
}
