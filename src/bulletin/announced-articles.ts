import type { Payload, Where } from 'payload'
import type { Article, BulletinIssue } from '@/payload-types'
import { CARRIED_FOR_DAYS } from './carried-items'
import { ensureEnabled } from './first-start'
import { changeIssue } from './issues'
import { publicIds } from './still-public'
import { readTopicTree, withAncestors } from './topic-tree'

/** An article of the blog as an issue names it. All of it is public. */
export type AnnouncedArticle = {
  readonly id: string
  readonly title: string
  readonly summary: string
  /** Path on the site, from the root. */
  readonly url: string
  /** Its topics and all above them. */
  readonly topicIds: readonly string[]
}

const DAY = 24 * 60 * 60 * 1000

/** More than any mail shows: the rest waits for the next issue. */
const MOST_OF_AN_ISSUE = 40

/** What an issue was frozen with. */
export const articlesOf = ({ articles }: Pick<BulletinIssue, 'articles'>): AnnouncedArticle[] =>
  (articles ?? []) as unknown as AnnouncedArticle[]

/** True for a cancelled issue that told nobody anything: what it named is still news. */
async function toldNobody(payload: Payload, { key, state }: BulletinIssue): Promise<boolean> {
  if (state !== 'cancelled') return false
  const { totalDocs } = await payload.db.count({
    collection: 'bulletin-deliveries',
    where: { and: [{ issueKey: { equals: key } }, { state: { in: ['sent', 'uncertain'] } }] },
  })
  return totalDocs === 0
}

async function namedBefore(payload: Payload, issueKey: string): Promise<ReadonlySet<string>> {
  const { docs } = await payload.db.find<BulletinIssue>({
    collection: 'bulletin-issues',
    where: { key: { not_equals: issueKey } },
    pagination: false,
    limit: 0,
    select: { key: true, state: true, articles: true },
  })
  const named = new Set<string>()
  for (const issue of docs) {
    const articles = articlesOf(issue)
    if (articles.length === 0 || (await toldNobody(payload, issue))) continue
    for (const { id } of articles) named.add(id)
  }
  return named
}

const isPublic = (until: Date): Where => ({
  and: [
    { _status: { equals: 'published' } },
    { publishedAt: { less_than_equal: until.toISOString() } },
  ],
})

const topicIdsOf = ({ topics }: Pick<Article, 'topics'>): string[] =>
  (topics ?? []).map((topic) => (typeof topic === 'object' ? topic.id : topic))

async function unnamed(
  payload: Payload,
  issueKey: string,
  until: Date,
): Promise<AnnouncedArticle[]> {
  const enabledAt = await ensureEnabled(payload, until)
  const earliest = new Date(until.getTime() - CARRIED_FOR_DAYS * DAY)
  const since = enabledAt > earliest ? enabledAt : earliest
  const { docs } = await payload.find({
    collection: 'articles',
    overrideAccess: true,
    depth: 0,
    pagination: false,
    where: { and: [isPublic(until), { publishedAt: { greater_than: since.toISOString() } }] },
    sort: ['-publishedAt', 'slug'],
    select: { title: true, summary: true, slug: true, topics: true },
  })
  const named = await namedBefore(payload, issueKey)
  const news = docs.filter(({ id }) => !named.has(id)).slice(0, MOST_OF_AN_ISSUE)
  const tree = await readTopicTree(payload)
  return news.map((article) => ({
    id: article.id,
    title: article.title,
    summary: article.summary,
    url: `/blog/${article.slug ?? ''}`,
    topicIds: withAncestors(tree, topicIdsOf(article)),
  }))
}

/**
 * The articles an issue names: those it was frozen with, or, while it is planned, those published in the five
 * weeks to `until` that no other issue has named. An article is named by one issue ever.
 */
export const comingArticles = async (
  payload: Payload,
  issue: BulletinIssue,
  until: Date,
): Promise<AnnouncedArticle[]> =>
  issue.state === 'planned' ? unnamed(payload, issue.key, until) : articlesOf(issue)

/** Writes down which articles a planned issue names. Safe to repeat. */
export async function freezeArticles(
  payload: Payload,
  issueKey: string,
  until: Date,
): Promise<void> {
  const articles = await unnamed(payload, issueKey, until)
  await changeIssue(payload, issueKey, { state: { equals: 'planned' } }, { articles: articles })
}

/** The issue without the articles that were taken back, or dated into the future, since it was frozen. */
export async function withStandingArticles(
  payload: Payload,
  issue: BulletinIssue,
  now: Date,
): Promise<BulletinIssue> {
  const articles = articlesOf(issue)
  const ids = articles.map(({ id }) => id)
  const standing = await publicIds(payload, 'articles', ids, now)
  return {
    ...issue,
    articles: articles.filter(({ id }) => standing.has(id)) as unknown as BulletinIssue['articles'],
  }
}
