import type { Member, Organisation } from '@/payload-types'

const DAY = 24 * 60 * 60 * 1000

type Dates = Pick<Organisation, 'membershipFrom' | 'membershipTo' | 'graceDays'>

/** Where an organisation stands on one day. Never stored: it follows from the dates. */
export type MembershipStatus = 'not-begun' | 'running' | 'grace' | 'ended'

/** Both end days count whole; the days of grace follow the last. */
export function membershipStatus(organisation: Dates, now: Date): MembershipStatus {
  const from = new Date(organisation.membershipFrom).getTime()
  const lastDayEnds = new Date(organisation.membershipTo).getTime() + DAY
  if (now.getTime() < from) return 'not-begun'
  if (now.getTime() < lastDayEnds) return 'running'
  return now.getTime() < lastDayEnds + (organisation.graceDays ?? 0) * DAY ? 'grace' : 'ended'
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
