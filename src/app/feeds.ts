import 'server-only'
import { createHash } from 'node:crypto'
import { type AtomFeedProps, atomFeed, type FeedEntry } from '@templates/feeds/atom-feed'
import type { PublicBriefing } from '@/access/to-public-part'
import type { ListedArticle } from '@/articles/public-article'
import type { PastIssue } from '@/bulletin/past-issues'
import { toLongDate } from '@/lib/london-time'

const names = (links: readonly { readonly name: string }[]) => links.map(({ name }) => name)

/** A briefing's entry: the public part, whoever asks. */
export const briefingEntry = (briefing: PublicBriefing, siteUrl: string): FeedEntry => ({
  title: briefing.title,
  summary: briefing.summary,
  url: siteUrl + briefing.url,
  authors: names(briefing.authors),
  topics: names(briefing.topics),
  publishedAt: briefing.publishedAt,
  updatedAt: briefing.updatedAt ?? briefing.publishedAt,
})

export const articleEntry = (article: ListedArticle, siteUrl: string): FeedEntry => ({
  title: article.title,
  summary: article.summary,
  url: siteUrl + article.url,
  authors: names(article.authors),
  topics: names(article.topics),
  publishedAt: article.publishedAt,
  updatedAt: article.publishedAt,
})

/** An issue's entry: the titles of what it announced, as anybody may read them today; null where none are left. */
export function issueEntry(
  { slug, date, briefingIds }: PastIssue,
  titles: ReadonlyMap<string, string>,
  siteUrl: string,
): FeedEntry | null {
  const named = briefingIds.flatMap((id) => titles.get(id) ?? [])
  if (named.length === 0) return null
  return {
    title: `Bulletin, ${toLongDate(date)}`,
    summary: `${named.join('; ')}.`,
    url: `${siteUrl}/bulletin/${slug}`,
    authors: [],
    topics: [],
    publishedAt: date,
    updatedAt: date,
  }
}

const isNamedIn = (header: string | null, tag: string): boolean =>
  (header ?? '').split(',').some((named) => ['*', tag].includes(named.trim().replace(/^W\//, '')))

/**
 * The feed as an answer any cache may keep for a minute: it is the same for everyone. No longer, since what is published at
 * a time is everywhere within a minute of it.
 *
 * A reader who has these very bytes already is told so and sent nothing (RFC 9110 section 13.1.2).
 */
export function feedAnswer(props: AtomFeedProps, request: Request): Response {
  const feed = atomFeed(props)
  const tag = `"${createHash('sha256').update(feed).digest('hex').slice(0, 32)}"`
  const headers = { ETag: tag, 'Cache-Control': 'public, max-age=60' }
  if (isNamedIn(request.headers.get('if-none-match'), tag)) {
    return new Response(null, { status: 304, headers })
  }
  return new Response(feed, {
    headers: { ...headers, 'Content-Type': 'application/atom+xml; charset=utf-8' },
  })
}
