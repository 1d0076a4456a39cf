import type { Subscription } from '@/payload-types'

export type Scope = NonNullable<Subscription['scope']>

/** What a subscriber asks to hear about. */
export type Wishes = {
  /** `topics`: the topics named, or all where none is, and what is followed. `followed`: what is followed alone. */
  readonly scope: Scope
  readonly topics: readonly string[]
  readonly series: readonly string[]
  /** Briefings whose updates are followed. */
  readonly briefings: readonly string[]
}

export const NO_WISHES: Wishes = { scope: 'topics', topics: [], series: [], briefings: [] }

const idsOf = (rows: readonly (string | { readonly id: string })[] | null | undefined): string[] =>
  (rows ?? []).map((row) => (typeof row === 'object' ? row.id : row)).sort()

export const wishesOf = (subscription: Subscription | null): Wishes =>
  subscription
    ? {
        scope: subscription.scope ?? 'topics',
        topics: idsOf(subscription.topics),
        series: idsOf(subscription.series),
        briefings: idsOf(subscription.briefings),
      }
    : NO_WISHES

const sameIds = (one: readonly string[], other: readonly string[]): boolean =>
  [...one].sort().join() === [...other].sort().join()

export const sameTopics = (one: Wishes, other: Wishes): boolean =>
  one.scope === other.scope && sameIds(one.topics, other.topics)

export const sameWishes = (one: Wishes, other: Wishes): boolean =>
  sameTopics(one, other) &&
  sameIds(one.series, other.series) &&
  sameIds(one.briefings, other.briefings)
