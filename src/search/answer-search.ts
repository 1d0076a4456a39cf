import type { Payload } from 'payload'
import type { PublicBriefing } from '@/access/to-public-part'
import { audienceFor, type Viewer } from '@/access/viewer'
import { betsFor } from './best-bets'
import { hides } from './hides'
import { readHits } from './read-hits'
import type { EngineAnswer, EngineHit, FacetCounts } from './search-answer'
import { type SearchEngine, SearchUnavailable } from './search-engine'
import type { SearchRequest } from './search-request'
import { steeringAt } from './steering'

export type SearchHit = {
  readonly briefing: PublicBriefing
  readonly snippet: EngineHit['snippet']
  /** `#…` on the briefing's page; null for those who read the public part alone. */
  readonly anchor: string | null
  /** The words of the heading there. Null wherever `anchor` is. */
  readonly heading: string | null
  /** True where the viewer would read the public part alone. */
  readonly isLocked: boolean
}

export type SearchResults = {
  readonly hits: readonly SearchHit[]
  readonly total: number
  readonly totalIsMinimum: boolean
  readonly pages: number
  readonly facets: FacetCounts
  readonly suggestion: string | null
  readonly notice: EngineAnswer['notice'] | 'engine-unavailable'
}

type Args = {
  readonly payload: Payload
  readonly engine: SearchEngine
  readonly viewer: Viewer
  readonly request: SearchRequest
  readonly now: Date
}

const NOTHING: SearchResults = {
  hits: [],
  total: 0,
  totalIsMinimum: false,
  pages: 0,
  facets: { topic: [], series: [], type: [], nation: [], author: [], year: [] },
  suggestion: null,
  notice: 'engine-unavailable',
}

async function ask({ payload, engine, viewer, request }: Args): Promise<EngineAnswer | null> {
  try {
    return await engine.search(audienceFor(viewer), request)
  } catch (fault) {
    if (!(fault instanceof SearchUnavailable)) throw fault
    payload.logger.error({ err: fault, engine: engine.name }, 'The search did not answer')
    return null
  }
}

/**
 * Answers a search with what the viewer may know of: from their audience's index, each hit checked against the database.
 * What editors put first for it comes first, and what they hide is not suggested.
 *
 * A hit that the check drops lowers the total. When the engine does not answer, says so in `notice` and finds nothing.
 */
export async function answerSearch(args: Args): Promise<SearchResults> {
  const { payload, viewer, request, now } = args
  const { bets, hidden } = await steeringAt(payload, now)
  const pinned = betsFor(bets, request.query, now)
  const answer = await ask({ ...args, request: { ...request, pinned } })
  if (answer === null) return NOTHING

  const ids = answer.hits.map(({ id }) => id)
  const briefings = await readHits(payload, viewer, ids, now)
  const isLocked = audienceFor(viewer) === 'public'
  const hits = answer.hits.flatMap(({ id, snippet, anchor, heading = null }) => {
    const briefing = briefings.get(id)
    return briefing ? [{ briefing, snippet, anchor, heading, isLocked }] : []
  })
  const total = answer.total - (ids.length - hits.length)
  return {
    hits,
    total,
    totalIsMinimum: answer.totalIsMinimum,
    pages: Math.ceil(total / request.pageSize),
    facets: answer.facets,
    suggestion: hides(hidden, answer.suggestion ?? '') ? null : answer.suggestion,
    notice: answer.notice,
  }
}
