import type { Payload } from 'payload'
import type { PublicBriefing } from '@/access/to-public-part'
import { audienceFor, type Viewer } from '@/access/viewer'
import { contentWords } from './function-words'
import { parseQuery } from './parse-query'
import { readHits } from './read-hits'
import { type SearchEngine, SearchUnavailable } from './search-engine'
import type { SearchRequest } from './search-request'

type Args = {
  readonly payload: Payload
  readonly engine: SearchEngine
  readonly viewer: Viewer
  readonly briefing: Pick<PublicBriefing, 'id' | 'title' | 'topics'>
  /** Ids of what the page already names beside it. */
  readonly without?: readonly string[]
  readonly limit: number
  readonly now: Date
}

const ASKED = 30

/** How many places in the engine's order a further shared topic is worth. */
const PLACES_A_TOPIC = 10

function requestFor({ title, topics }: Args['briefing']): SearchRequest {
  const words = contentWords(title.split(/[^\p{L}\p{N}’'-]+/u).filter(Boolean))
  return {
    query: { ...parseQuery(''), text: words.join(' '), words },
    filters: topics.length > 0 ? { topic: topics.map(({ slug }) => slug) } : {},
    from: null,
    to: null,
    sort: 'relevance',
    page: 1,
    pageSize: ASKED,
    pinned: [],
  }
}

const withoutWords = (request: SearchRequest): SearchRequest => ({
  ...request,
  query: parseQuery(''),
})

/** What holds the title's words within the topics; then, where that is little, what else the topics hold. */
async function candidates({ payload, engine, viewer, briefing, limit }: Args, left: Set<string>) {
  const request = requestFor(briefing)
  try {
    const named = await engine.search(audienceFor(viewer), request)
    const ids = named.hits.map(({ id }) => id).filter((id) => !left.has(id))
    if (ids.length >= limit || briefing.topics.length === 0) return ids
    const others = await engine.search(audienceFor(viewer), withoutWords(request))
    const rest = others.hits.map(({ id }) => id).filter((id) => !left.has(id))
    return [...new Set([...ids, ...rest])]
  } catch (fault) {
    if (!(fault instanceof SearchUnavailable)) throw fault
    payload.logger.error({ err: fault, engine: engine.name }, 'The search did not answer')
    return []
  }
}

/**
 * The public part of briefings like this one: those that share its topics and the words of its title, by the viewer's
 * own index, each checked against the database. None where the search does not answer.
 */
export async function moreLikeThis(args: Args): Promise<readonly PublicBriefing[]> {
  const { payload, viewer, briefing, without = [], limit, now } = args
  const ids = await candidates(args, new Set([briefing.id, ...without]))
  const known = await readHits(payload, viewer, ids, now)
  const topics = new Set(briefing.topics.map(({ slug }) => slug))
  const shared = (other: PublicBriefing) =>
    other.topics.filter(({ slug }) => topics.has(slug)).length
  return ids
    .flatMap((id, place) => {
      const other = known.get(id)
      return other ? [{ other, worth: shared(other) * PLACES_A_TOPIC - place }] : []
    })
    .toSorted((a, b) => b.worth - a.worth)
    .slice(0, limit)
    .map(({ other }) => other)
}
