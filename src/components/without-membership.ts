import type { MemberStanding } from '@/access/has-membership'

/** Why a member reads titles and summaries alone: the beginning of a sentence, or a heading. */
export function whyWithoutMembership(standing: MemberStanding): string {
  if (standing === 'left') return 'You no longer have a seat'
  return standing === 'not-begun'
    ? 'Your organisation’s membership has not begun yet'
    : 'Your organisation’s membership has ended'
}
