import type { Member, Organisation } from '@/payload-types'

const DAY = 24 * 60 * 60 * 1000

/** True while the organisation's membership runs, its days of grace included. Both end days count whole. */
export function isMembershipRunning(
  organisation: Pick<Organisation, 'membershipFrom' | 'membershipTo' | 'graceDays'>,
  now: Date,
): boolean {
  const from = new Date(organisation.membershipFrom).getTime()
  const until =
    new Date(organisation.membershipTo).getTime() + (1 + (organisation.graceDays ?? 0)) * DAY
  return from <= now.getTime() && now.getTime() < until
}

/** True for a member of an organisation whose membership runs. Needs `organisation` populated; fails closed. */
export function hasMembership(member: Pick<Member, 'organisation'>, now: Date): boolean {
  const { organisation } = member
  return typeof organisation === 'object' && isMembershipRunning(organisation, now)
}
