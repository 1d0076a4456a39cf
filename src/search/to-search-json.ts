import { toIsoDate } from '@/lib/london-time'
import type { SearchHit, SearchResults } from './answer-search'
import type { SearchRequest } from './search-request'

const hitJson = ({ briefing, snippet, anchor, isLocked }: SearchHit) => ({
  id: briefing.id,
  reference: briefing.reference,
  slug: briefing.slug,
  url: briefing.url,
  title: briefing.title,
  summary: briefing.summary,
  snippet,
  anchor,
  type: briefing.type,
  series: briefing.series,
  topics: briefing.topics,
  nations: briefing.nations,
  publishedAt: toIsoDate(briefing.publishedAt),
  updatedAt: briefing.updatedAt && toIsoDate(briefing.updatedAt),
  readingMinutes: briefing.readingMinutes,
  locked: isLocked,
})

/** The answer of `GET /api/search`, as docs/interfaces.md fixes it. */
export const toSearchJson = (request: SearchRequest, results: SearchResults, tookMs: number) => ({
  query: {
    text: request.query.text,
    filters: {
      ...request.filters,
      ...(request.from && { from: request.from }),
      ...(request.to && { to: request.to }),
    },
    sort: request.sort,
  },
  total: results.total,
  ...(results.totalIsMinimum && { totalIsMinimum: true }),
  page: request.page,
  pages: results.pages,
  pageSize: request.pageSize,
  tookMs,
  hits: results.hits.map(hitJson),
  facets: results.facets,
  suggestion: results.suggestion,
  notice: results.notice,
})
