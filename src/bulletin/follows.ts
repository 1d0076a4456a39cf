import type { Subscription } from '@/payload-types'
import type { AnnouncedItem } from './items'
import { type Scope, wishesOf } from './wishes'

type Named = { readonly id: string; readonly name: string }

/** What a reader follows beside topics. */
export type Follows = {
  readonly scope: Scope
  readonly series: readonly Named[]
  /** Briefings whose updates are followed. */
  readonly briefingIds: readonly string[]
  /** Those of them that everybody may know of at the moment, by title. */
  readonly briefings: readonly Named[]
}

export const FOLLOWS_NOTHING: Follows = {
  scope: 'topics',
  series: [],
  briefingIds: [],
  briefings: [],
}

const isRow = <T extends object>(value: string | T): value is T => typeof value === 'object'

const byName = (one: Named, other: Named) => one.name.localeCompare(other.name, 'en-GB')

/** What of a related briefing a subscription has to be read with. */
export const FOLLOWED_FIELDS = {
  series: { name: true },
  briefings: { title: true, _status: true, publishedAt: true },
} as const

/** What a subscription follows, read at depth 1 or more. What is not public by `now` is not named. */
export function followsOf(subscription: Subscription, now: Date): Follows {
  const { scope, briefings: briefingIds } = wishesOf(subscription)
  const series = (subscription.series ?? []).filter(isRow)
  const briefings = (subscription.briefings ?? [])
    .filter(isRow)
    .filter(
      ({ _status, publishedAt }) =>
        _status === 'published' && publishedAt != null && new Date(publishedAt) <= now,
    )
  return {
    scope,
    briefingIds,
    series: series.map(({ id, name }) => ({ id, name })).sort(byName),
    briefings: briefings.map(({ id, title }) => ({ id, name: title })).sort(byName),
  }
}

/** The name of the series that brings an item to a reader, or undefined. */
export const followedSeries = (item: AnnouncedItem, { series }: Follows): string | undefined =>
  series.find(({ id }) => id === item.seriesId)?.name

/** Whether an item is a new edition of a briefing that a reader follows. */
export const isFollowedUpdate = (item: AnnouncedItem, { briefingIds }: Follows): boolean =>
  item.edition > 1 && briefingIds.includes(item.briefingId)

/**
 * Whether an item is one that a reader asked for: by its topics, its series, or as an update of a briefing followed
 * (docs/decisions/022-following.md).
 */
export function isWished(
  item: AnnouncedItem,
  topicIds: readonly string[],
  follows: Follows,
): boolean {
  const isOnTopic =
    follows.scope === 'topics' &&
    (topicIds.length === 0 || item.topicIds.some((id) => topicIds.includes(id)))
  return isOnTopic || followedSeries(item, follows) !== undefined || isFollowedUpdate(item, follows)
}
