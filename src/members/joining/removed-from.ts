import type { Payload } from 'payload'
import { idOf } from '@/lib/ids'
import type { Member } from '@/payload-types'
import { memberWith } from '../member-with'

/** Whether somebody ended a member’s access on purpose: such a member comes back by nothing they do themselves. */
export const isSentAway = ({ leftAt, leftBecause }: Pick<Member, 'leftAt' | 'leftBecause'>) =>
  Boolean(leftAt) && (leftBecause === 'removed' || leftBecause === 'ended-by-staff')

/**
 * Who has an address, where a manager of this organisation, or staff, ended their access; null for anybody else. They come
 * back when one of these puts them back, and not by joining again.
 */
export async function removedFrom(
  payload: Payload,
  email: string,
  organisationId: string,
): Promise<Member | null> {
  const member = await memberWith(payload, email)
  return member && isSentAway(member) && idOf(member.organisation) === organisationId
    ? member
    : null
}

/** Whether an address is of somebody {@link removedFrom} tells of. */
export const isRemovedFrom = async (
  payload: Payload,
  email: string,
  organisationId: string,
): Promise<boolean> => (await removedFrom(payload, email, organisationId)) !== null
