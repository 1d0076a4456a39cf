import type { Viewer } from '@/access/viewer'
import { readsMemberText } from '@/access/viewer'
import { quotedSearch } from '@/components/archive/counted'
import type { ArchiveResult, ArchiveView, Day } from '@/components/archive/archive-view'
import type { Loosened } from '@/components/archive/nothing-found'
import { toIsoDate, toLongDate } from '@/lib/london-time'
import type { SearchHit, SearchResults } from '@/search/answer-search'
import type { SearchRequest } from '@/search/search-request'
import {
  chipsOf,
  hrefOf,
  keptBy,
  narrowingsOf,
  sortLinks,
  suggestionLink,
  unfiltered,
} from './archive-links'
import { dateRangeOf } from './date-links'
import { facetGroups, type TopicBranch } from './facet-links'

const KINDS: Record<SearchHit['briefing']['type'], string> = {
  briefing: 'Briefing',
  'case-study': 'Case studies',
  update: 'Update',
}

const dayOf = (value: string): Day => ({ iso: toIsoDate(value), words: toLongDate(value) })

export const archiveTitle = ({ query }: SearchRequest): string =>
  query.text ? `${quotedSearch(query.text)} in briefings` : 'Briefings'

const joinHrefFor = (viewer: Viewer): string => (viewer.kind === 'member' ? '/account' : '/join')

function resultOf(hit: SearchHit, rank: number, viewer: Viewer): ArchiveResult {
  const { briefing, snippet, anchor, heading, isLocked } = hit
  return {
    id: briefing.id,
    rank,
    url: briefing.url,
    title: briefing.title,
    kind: KINDS[briefing.type],
    topics: briefing.topics,
    published: dayOf(briefing.publishedAt),
    updated: briefing.updatedAt ? dayOf(briefing.updatedAt) : null,
    readingMinutes: briefing.readingMinutes,
    snippet,
    passage: anchor && !isLocked ? { href: `${briefing.url}${anchor}`, heading } : null,
    joinHref: isLocked ? joinHrefFor(viewer) : null,
  }
}

export type ViewArgs = {
  readonly request: SearchRequest
  readonly results: SearchResults
  readonly viewer: Viewer
  readonly topics: readonly TopicBranch[]
  readonly loosened: readonly Loosened[]
  readonly now: Date
}

/** Lays a search and its answer out as the archive page shows them. */
export function viewOfSearch(args: ViewArgs): ArchiveView {
  const { request, results, viewer, topics, loosened, now } = args
  const { hits, pages, total, totalIsMinimum, facets, notice, suggestion } = results
  const { page, pageSize, query } = request
  const isLocked = !readsMemberText(viewer)
  const isAnswered = notice !== 'engine-unavailable'
  return {
    href: hrefOf(request, { page }),
    title: archiveTitle(request),
    text: query.text,
    isSearch: hrefOf({ ...request, sort: 'relevance' }) !== '/briefings',
    isLocked,
    kept: keptBy(request, ['q']),
    chips: chipsOf(narrowingsOf(request, facets)),
    clearHref: hrefOf(unfiltered(request)),
    total,
    totalIsMinimum,
    sorts: sortLinks(request),
    notice,
    suggestion: suggestionLink(request, suggestion),
    results: hits.map((hit, place) => resultOf(hit, (page - 1) * pageSize + place + 1, viewer)),
    facets: { groups: facetGroups(request, facets, topics), dates: dateRangeOf(request, now) },
    nothingFound: total === 0 && isAnswered ? { loosened, isLocked } : null,
    page,
    pages,
    previousHref: page > 1 ? hrefOf(request, { page: page - 1 }) : null,
    nextHref: page < pages ? hrefOf(request, { page: page + 1 }) : null,
    searchKey: null,
  }
}
