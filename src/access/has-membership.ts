import { londonDay } from '@/lib/london-time'
import type { Member, Organisation } from '@/payload-types'

const DAY = 24 * 60 * 60_000

type Dates = Pick<Organisation, 'membershipFrom' | 'membershipTo' | 'graceDays'>

/** Where an organisation stands on one day. Never stored: it follows from the dates. */
export type MembershipStatus = 'not-begun' | 'running' | 'grace' | 'ended'

/** Both end days count whole, by the calendar in London and at whatever hour they are stored; the days of grace follow the last. */
export function membershipStatus(organisation: Dates, now: Date): MembershipStatus {
  const today = londonDay(now)
  const lastDay = londonDay(organisation.membershipTo)
  if (today < londonDay(organisation.membershipFrom)) return 'not-begun'
  if (today <= lastDay) return 'running'
  return today <= lastDay + (organisation.graceDays ?? 0) ? 'grace' : 'ended'
}

/** True while the organisation's membership runs, its days of grace included. Both end days count whole. */
export function isMembershipRunning(organisation: Dates, now: Date): boolean {
  const status = membershipStatus(organisation, now)
  return status === 'running' || status === 'grace'
}

/**
 * True for a member of an organisation whose membership runs, unless they have left it. Needs `organisation` populated;
 * fails closed.
 */
export function hasMembership(
  member: Pick<Member, 'organisation'> & { readonly leftAt?: string | null },
  now: Date,
): boolean {
  const { organisation, leftAt } = member
  return !leftAt && typeof organisation === 'object' && isMembershipRunning(organisation, now)
}

/** Where one member stands: `left` once they have no seat any longer, whatever their organisation's dates say. */
export type MemberStanding = MembershipStatus | 'left'

/** Why somebody reads everything or does not. Needs `organisation` populated; without it, `ended`. */
export function standingOf(
  { organisation, leftAt }: Pick<Member, 'organisation' | 'leftAt'>,
  now: Date,
): MemberStanding {
  if (leftAt) return 'left'
  return typeof organisation === 'object' ? membershipStatus(organisation, now) : 'ended'
}

/** The last day of grace, which like the last day of membership counts whole. */
export const lastDayOfGrace = ({
  membershipTo,
  graceDays,
}: Pick<Dates, 'membershipTo' | 'graceDays'>): Date =>
  new Date(new Date(membershipTo).getTime() + (graceDays ?? 0) * DAY)
