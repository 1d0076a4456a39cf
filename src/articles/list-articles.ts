import type { Payload, Where } from 'payload'
import { namesOfStaff } from '@/access/names-of-staff'
import { payloadUserOf, type Viewer } from '@/access/viewer'
import { idsOf } from '@/lib/ids'
import type { Article } from '@/payload-types'
import { type ListedArticle, toListedArticle } from './public-article'

export type ListArticlesArgs = {
  readonly payload: Payload
  readonly viewer: Viewer
  readonly limit: number
  /** From 1. */
  readonly page?: number
  readonly topicIds?: readonly string[]
  readonly authorId?: string
  readonly ids?: readonly string[]
  readonly now?: Date
}

function conditions({ topicIds, authorId, ids }: ListArticlesArgs, now: Date): Where {
  return {
    and: [
      { _status: { equals: 'published' } },
      { publishedAt: { less_than_equal: now.toISOString() } },
      ...(topicIds ? [{ topics: { in: [...topicIds] } }] : []),
      ...(authorId ? [{ authors: { in: [authorId] } }] : []),
      ...(ids ? [{ id: { in: [...ids] } }] : []),
    ],
  }
}

/** Articles published by now, the newest first. Staff see no drafts here either. Two reads, however many articles. */
export async function listArticles(
  args: ListArticlesArgs,
): Promise<{ articles: readonly ListedArticle[]; total: number }> {
  if (args.ids?.length === 0 || args.topicIds?.length === 0) return { articles: [], total: 0 }
  const { payload, viewer, limit, page = 1, now = new Date() } = args
  const { docs, totalDocs } = await payload.find({
    collection: 'articles',
    where: conditions(args, now),
    sort: ['-publishedAt', 'slug'],
    limit,
    page,
    depth: 1,
    select: {
      slug: true,
      title: true,
      summary: true,
      topics: true,
      authors: true,
      publishedAt: true,
      createdAt: true,
    },
    populate: { staff: { name: true }, topics: { name: true, slug: true } },
    overrideAccess: false,
    user: payloadUserOf(viewer),
    context: { now },
  })
  const rows = docs as Article[]
  const authors = await namesOfStaff(payload, new Set(rows.flatMap((row) => idsOf(row.authors))))
  return { articles: rows.map((row) => toListedArticle(row, authors)), total: totalDocs }
}
