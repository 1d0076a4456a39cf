import type { Payload } from 'payload'
import { idOf } from '@/lib/ids'
import type { Member } from '@/payload-types'
import { memberWith } from '../member-with'

/** Whether somebody ended a member’s access on purpose: such a member comes back by nothing they do themselves. */
export const isSentAway = ({ leftAt, leftBecause }: Pick<Member, 'leftAt' | 'leftBecause'>) =>
  Boolean(leftAt) && (leftBecause === 'removed' || leftBecause === 'ended-by-staff')

/**
 * Whether a manager of this organisation, or staff, ended the access of whoever has an address. They come back when one of
 * these puts them back, and not by joining again.
 */
export async function isRemovedFrom(
  payload: Payload,
  email: string,
  organisationId: string,
): Promise<boolean> {
  const member = await memberWith(payload, email)
  return member !== null && isSentAway(member) && idOf(member.organisation) === organisationId
}
