import type { MetadataRoute } from 'next'
import { visitor } from '@/access/viewer'
import { thePayload } from '@/app/payload'
import { theTopicTree } from '@/app/topic-tree'
import { listArticles } from '@/articles/list-articles'
import { listBriefings } from '@/briefings/list-briefings'
import { listSeries } from '@/briefings/read-series'
import { settings } from '@/config/settings'
import { everyNode } from '@/topics/topic-tree'

export const dynamic = 'force-dynamic'

/** The protocol allows 50,000 addresses in one file. */
const MOST = 20_000

const STANDING = [
  '',
  '/briefings',
  '/briefings/a-z',
  '/briefings/by-year',
  '/topics',
  '/blog',
  '/bulletin',
  '/join',
  '/about',
  '/contact',
]
const LEGAL = ['/terms', '/privacy', '/accessibility']

/** Every public page, as a visitor sees the site. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const { siteUrl } = settings()
  const now = new Date()
  const payload = await thePayload()
  const asked = { payload, viewer: visitor, limit: MOST, now }
  const [{ briefings }, { articles }, series, topics] = await Promise.all([
    listBriefings(asked),
    listArticles(asked),
    listSeries(payload),
    theTopicTree(now),
  ])
  const officers = new Set(
    [...briefings, ...articles].flatMap(({ authors }) => authors.map(({ slug }) => slug)),
  )
  return [
    ...[...STANDING, ...LEGAL].map((path) => ({ url: siteUrl + path })),
    ...everyNode(topics).map(({ slug }) => ({ url: `${siteUrl}/topics/${slug}` })),
    ...series.map(({ slug }) => ({ url: `${siteUrl}/series/${slug}` })),
    ...[...officers].map((slug) => ({ url: `${siteUrl}/officers/${slug}` })),
    ...briefings.map(({ url, updatedAt, publishedAt }) => ({
      url: siteUrl + url,
      lastModified: updatedAt ?? publishedAt,
    })),
    ...articles.map(({ url, publishedAt }) => ({ url: siteUrl + url, lastModified: publishedAt })),
  ]
}
