import { thePayload } from '@/app/payload'
import { theSearchEngine } from '@/app/search'
import { theTopicTree } from '@/app/topic-tree'
import { currentViewer } from '@/app/viewer'
import type { Viewer } from '@/access/viewer'
import type { ArchiveView } from '@/components/archive/archive-view'
import type { Loosened } from '@/components/archive/nothing-found'
import { answerSearch, type SearchResults } from '@/search/answer-search'
import { countMatches } from '@/search/count-matches'
import type { SearchRequest } from '@/search/search-request'
import { hrefOf, narrowingsOf } from './archive-links'
import { loosenedSearches } from './loosened-searches'
import { viewOfSearch } from './view-of-search'

/** What would find something where this search found nothing. A way that leads nowhere either is not offered. */
async function waysOut(
  viewer: Viewer,
  request: SearchRequest,
  results: SearchResults,
): Promise<readonly Loosened[]> {
  if (results.total > 0 || results.notice === 'engine-unavailable') return []
  const looser = loosenedSearches(request, narrowingsOf(request, results.facets))
  const totals = await countMatches({
    payload: await thePayload(),
    engine: theSearchEngine(),
    viewer,
    requests: looser.map(({ request: one }) => one),
  })
  return looser
    .map(({ label, request: one }, place) => ({
      label,
      href: hrefOf(one),
      finds: totals[place] ?? null,
    }))
    .filter(({ finds }) => finds !== 0)
}

/** The archive page for this search, as the reader of this request may see it. */
export async function answerArchive(request: SearchRequest): Promise<ArchiveView> {
  const now = new Date()
  const viewer = await currentViewer()
  const [results, topics] = await Promise.all([
    answerSearch({
      payload: await thePayload(),
      engine: theSearchEngine(),
      viewer,
      request,
      now,
    }),
    theTopicTree(now),
  ])
  const loosened = await waysOut(viewer, request, results)
  return viewOfSearch({ request, results, viewer, topics, loosened, now })
}
