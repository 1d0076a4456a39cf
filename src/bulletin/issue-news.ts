import type { Payload } from 'payload'
import { SearchUnavailable } from '@/search/search-engine'
import { CARRIED_FOR_DAYS } from './carried-items'
import { type AnnouncedItem, itemsFrozenSince } from './items'
import { stillPublic } from './still-public'

const MINUTE = 60 * 1000
const DAY = 24 * 60 * MINUTE

/** How long an issue waits for a search that does not answer. What it then leaves out comes with the next issue. */
const WAITS_FOR_SEARCH = 30 * MINUTE

/** What one saved search of a member finds among the briefings asked about. */
export type SavedFind = {
  readonly name: string
  /** Of the search on the site, from the root. */
  readonly path: string
  readonly briefingIds: readonly string[]
}

export type FindsOf = (memberId: string) => Promise<readonly SavedFind[]>

/**
 * Looks with members' saved searches among these briefings. May throw {@link SearchUnavailable}, at once or when asked
 * about a member.
 */
export type FindsAmong = (briefingIds: readonly string[], now: Date) => Promise<FindsOf>

/** All that an issue could tell anybody, before it is chosen for one. */
export type IssueNews = {
  readonly items: readonly AnnouncedItem[]
  /** Of earlier issues, for saved searches alone: a member who chose other topics was not told of them. */
  readonly earlier: readonly AnnouncedItem[]
  readonly findsOf: FindsOf
}

type GatherArgs = {
  readonly payload: Payload
  readonly items: readonly AnnouncedItem[]
  readonly findsAmong: FindsAmong
  readonly now: Date
}

/**
 * Saved searches look at five weeks of items: what one issue could not tell of, a later one may. What is public no longer
 * is left out.
 */
export async function gatherNews({
  payload,
  items,
  findsAmong,
  now,
}: GatherArgs): Promise<IssueNews> {
  const earliest = new Date(now.getTime() - CARRIED_FOR_DAYS * DAY)
  const earlier = await stillPublic(payload, await itemsFrozenSince(payload, earliest), now)
  const standing = await stillPublic(payload, items, now)
  const ids = new Set([...standing, ...earlier].map(({ briefingId }) => briefingId))
  return { items: standing, earlier, findsOf: await findsAmong([...ids], now) }
}

type PatienceArgs = {
  readonly payload: Payload
  /** When the issue was frozen. */
  readonly since: Date
  readonly now: Date
}

/**
 * The same news, going without saved searches once the issue has waited long enough for the search.
 *
 * Before then the fault goes on: the issue is worked on again later, and nobody's searches are passed over.
 */
export function patiently(news: IssueNews, { payload, since, now }: PatienceArgs): IssueNews {
  let isGivenUp = false
  const findsOf: FindsOf = async (memberId) => {
    if (isGivenUp) return []
    try {
      return await news.findsOf(memberId)
    } catch (err) {
      const hasWaited = now.getTime() - since.getTime() >= WAITS_FOR_SEARCH
      if (!(err instanceof SearchUnavailable) || !hasWaited) throw err
      isGivenUp = true
      payload.logger.error({ err }, 'The Bulletin goes out without saved searches')
      return []
    }
  }
  return { ...news, findsOf }
}
