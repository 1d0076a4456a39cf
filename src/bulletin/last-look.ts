import type { Reader } from './reader'

export type Standing = Pick<Reader, 'subscriptionId' | 'bar'>

/**
 * What is looked at before each mail: whether the reader is still to have it, and whether all it tells is still public;
 * and every few mails, whether the issue is still to go out.
 *
 * Every adapter must pass `tests/contract/last-look.contract.ts`.
 */
export type LastLook = {
  /** Where a member stands at `now`; null for one who never subscribed or is no longer a member. */
  readonly standingOf: (memberId: string, now: Date) => Promise<Standing | null>
  /** Whether everybody may know of each of these briefings at `now`. */
  readonly areAllPublic: (briefingIds: readonly string[], now: Date) => Promise<boolean>
  /** The same of articles of the blog. */
  readonly areArticlesPublic: (articleIds: readonly string[], now: Date) => Promise<boolean>
  /** Whether the issue is being sent: nobody paused, cancelled or closed it. */
  readonly isSending: (issueKey: string) => Promise<boolean>
}
