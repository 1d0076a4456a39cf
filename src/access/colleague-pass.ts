import type { Member } from '@/payload-types'
import { hasMembership } from './has-membership'

/** A briefing a member sent to a colleague, who has said that the address is theirs and holds this in their browser. */
export type ColleaguePass = {
  readonly briefingId: string
  /** What stands after the @ of the address it was sent to. */
  readonly domain: string
  /** ISO date-time. */
  readonly endsAt: string
  /** Who sent it, read afresh with the organisation. */
  readonly sender: Member
}

/**
 * By whose right a browser with these passes may read one briefing: the right of the member who sent it, and so while it
 * lasts. Null for every other briefing, once the pass has ended, and as soon as the sender may not read it themselves or
 * the address is no longer one of their organisation.
 */
export function lenderOf(
  passes: readonly ColleaguePass[],
  briefingId: string,
  now: Date,
): Member | null {
  const lends = ({ briefingId: of, domain, endsAt, sender }: ColleaguePass): boolean => {
    const { organisation } = sender
    return (
      of === briefingId &&
      new Date(endsAt) > now &&
      typeof organisation === 'object' &&
      (organisation.domains ?? []).includes(domain) &&
      hasMembership(sender, now)
    )
  }
  return passes.find(lends)?.sender ?? null
}
