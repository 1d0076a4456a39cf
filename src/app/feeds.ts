import 'server-only'
import { type AtomFeedProps, atomFeed, type FeedEntry } from '@templates/feeds/atom-feed'
import type { PublicBriefing } from '@/access/to-public-part'
import type { ListedArticle } from '@/articles/public-article'

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

/** The feed as an answer any cache may keep for five minutes: it is the same for everyone. */
export const feedAnswer = (props: AtomFeedProps): Response =>
  new Response(atomFeed(props), {
    headers: {
      'Content-Type': 'application/atom+xml; charset=utf-8',
      'Cache-Control': 'public, max-age=300',
    },
  })
