import type { Payload } from 'payload'
import { namesOfStaff } from '@/access/names-of-staff'
import { NAMES_OF_REFERENCES } from '@/access/public-fields'
import { payloadUserOf, type Viewer } from '@/access/viewer'
import { idsOf } from '@/lib/ids'
import { readingMinutes } from '@/lib/lexical/outline'
import type { Article } from '@/payload-types'
import { type ListedArticle, toListedArticle } from './public-article'

export type ReadArticleArgs = {
  readonly payload: Payload
  readonly slug: string
  readonly viewer: Viewer
  readonly now: Date
}

export type FullArticle = ListedArticle & {
  /** The editor's JSON. */
  readonly body: Article['body']
  readonly readingMinutes: number
  /** Ids of the briefings behind it, and of articles like it: ask their own lists for them. */
  readonly leadsTo: readonly string[]
  readonly alsoLike: readonly string[]
  readonly isPublished: boolean
}

export type ArticleReading =
  { readonly kind: 'found'; readonly article: FullArticle } | { readonly kind: 'missing' }

const isPublished = ({ _status, publishedAt }: Article, now: Date) =>
  _status === 'published' && Boolean(publishedAt) && new Date(publishedAt ?? 0) <= now

/** An article, which everyone may read whole. A draft or one of the future is `missing` to all but staff. */
export async function readArticle(args: ReadArticleArgs): Promise<ArticleReading> {
  const { payload, slug, viewer, now } = args
  const { docs } = await payload.find({
    collection: 'articles',
    where: { slug: { equals: slug } },
    limit: 1,
    pagination: false,
    depth: 1,
    populate: NAMES_OF_REFERENCES,
    overrideAccess: false,
    user: payloadUserOf(viewer),
    context: { now },
  })
  const row = docs[0]
  if (!row) return { kind: 'missing' }
  const authors = await namesOfStaff(payload, new Set(idsOf(row.authors)))
  return {
    kind: 'found',
    article: {
      ...toListedArticle(row, authors),
      body: row.body,
      readingMinutes: readingMinutes(row.body),
      leadsTo: idsOf(row.leadsTo),
      alsoLike: idsOf(row.alsoLike),
      isPublished: isPublished(row, now),
    },
  }
}
