import type { Payload } from 'payload'
import type { FollowedKind } from './wording'
import type { Wishes } from './wishes'

/** Something followed, as its follower sees it listed. */
export type FollowedThing = {
  readonly kind: FollowedKind
  readonly id: string
  readonly name: string
  /** Path of its page; null for a briefing that is not published any more. */
  readonly url: string | null
}

const GONE = 'A briefing that is not published at the moment'

/** What somebody follows, by name: series, then briefings. What the public may not know of is not named. */
export async function listFollowed(
  payload: Payload,
  { series, briefings }: Pick<Wishes, 'series' | 'briefings'>,
): Promise<FollowedThing[]> {
  const asPublic = { overrideAccess: false, user: null, pagination: false, depth: 0 } as const
  const foundSeries =
    series.length === 0
      ? []
      : (
          await payload.find({
            ...asPublic,
            overrideAccess: false,
            collection: 'series',
            sort: 'name',
            where: { id: { in: [...series] } },
            select: { name: true, slug: true },
          })
        ).docs
  const foundBriefings =
    briefings.length === 0
      ? []
      : (
          await payload.find({
            ...asPublic,
            overrideAccess: false,
            collection: 'briefings',
            sort: 'title',
            where: { id: { in: [...briefings] } },
            select: { title: true, slug: true },
          })
        ).docs
  const shown = new Set(foundBriefings.map(({ id }) => id))
  return [
    ...foundSeries.map(({ id, name, slug }) => ({
      kind: 'series' as const,
      id,
      name,
      url: `/series/${slug ?? ''}`,
    })),
    ...foundBriefings.map(({ id, title, slug }) => ({
      kind: 'briefing' as const,
      id,
      name: title,
      url: `/briefings/${slug ?? ''}`,
    })),
    ...briefings
      .filter((id) => !shown.has(id))
      .map((id) => ({ kind: 'briefing' as const, id, name: GONE, url: null })),
  ]
}
