import type { Payload } from 'payload'
import type { Actor } from '@/access/record/audit-entry'
import { idOf } from '@/lib/ids'
import { seatTheWaiting } from '../joining/seat-the-waiting'
import { memberById } from '../member-with'
import { comeBack, leave } from './leave'

type ByStaff = {
  readonly payload: Payload
  readonly memberId: string
  /** Who asks, for the record. */
  readonly by: Actor
  readonly now: Date
}

/** Ends a member’s access for staff, a manager’s too, and gives the seat to whoever waits for one. Safe to repeat. */
export async function endAccess({
  payload,
  memberId,
  by,
  now,
}: ByStaff): Promise<'ended' | 'missing'> {
  const member = await memberById(payload, memberId)
  if (!member) return 'missing'
  await leave({ payload, memberId, because: 'ended-by-staff', by, now })
  await seatTheWaiting(payload, now, idOf(member.organisation))
  return 'ended'
}

/** Gives a member back what ended, while a seat of their organisation is free. Safe to repeat. */
export async function giveAccessBack({
  payload,
  memberId,
  by,
  now,
}: ByStaff): Promise<'back' | 'full' | 'missing'> {
  const member = await memberById(payload, memberId)
  if (!member) return 'missing'
  const answer = await comeBack({ payload, member, by, now })
  return answer === 'elsewhere' ? 'missing' : answer
}
