import type { Payload } from 'payload'
import { markdownToLexical } from '@/lib/lexical/markdown-to-lexical'
import type { Briefing } from '@/payload-types'
import { ensure, Ids } from './ensure'
import type { Frame } from './load-frame'
import type { ArticleFile, BriefingFile, Content } from './read-content'

/** Office hours of the day a file names. */
const atNine = (day: string): string => `${day}T09:00:00.000Z`

type RichText = NonNullable<Briefing['body']>

const richText = (markdown: string, sources: Ids | null): RichText =>
  markdownToLexical(markdown, (key) => sources?.of(key)) as unknown as RichText

const editionOf = ({ changes }: BriefingFile): number =>
  Math.max(1, ...changes.map((change) => change.edition))

function briefingRow(file: BriefingFile, frame: Frame, isAnnounceable: boolean) {
  const edition = editionOf(file)
  return {
    reference: file.reference,
    slug: file.slug,
    title: file.title,
    summary: file.summary,
    type: file.type,
    series: file.series ? frame.series.of(file.series) : null,
    topics: frame.topics.all(file.topics),
    nations: file.nations,
    authors: frame.staff.all(file.authors),
    keyPoints: file.keyPoints.map((text) => ({ text })),
    body: richText(file.body, frame.sources),
    sources: frame.sources.all(file.sources),
    publishedAt: atNine(file.publishedAt),
    firstPublishedAt: atNine(file.publishedAt),
    revisedAt: file.updatedAt ? atNine(file.updatedAt) : null,
    reviewBy: file.reviewBy,
    changes: file.changes.map((change) => ({ ...change, date: atNine(change.date) })),
    edition,
    announceFrom: isAnnounceable ? edition : edition + 1,
    _status: 'published' as const,
  }
}

const articleRow = (file: ArticleFile, frame: Frame, briefings: Ids) => ({
  slug: file.slug,
  title: file.title,
  summary: file.summary,
  topics: frame.topics.all(file.topics),
  authors: frame.staff.all(file.authors),
  body: richText(file.body, null),
  leadsTo: briefings.all(file.leadsTo),
  publishedAt: atNine(file.publishedAt),
  _status: 'published' as const,
})

async function relateBriefings(payload: Payload, files: readonly BriefingFile[], ids: Ids) {
  for (const file of files.filter(({ related }) => related.length > 0)) {
    await payload.update({
      collection: 'briefings',
      id: ids.of(file.reference),
      overrideAccess: true,
      depth: 0,
      data: { related: ids.all(file.related) },
    })
  }
}

async function relateArticles(payload: Payload, files: readonly ArticleFile[], ids: Ids) {
  for (const file of files.filter(({ alsoLike }) => alsoLike.length > 0)) {
    await payload.update({
      collection: 'articles',
      id: ids.of(file.slug),
      overrideAccess: true,
      depth: 0,
      data: { alsoLike: ids.all(file.alsoLike) },
    })
  }
}

/**
 * The briefings and the articles, oldest first. Safe to repeat.
 *
 * Only the briefings that `bulletin.yaml` leaves for an issue may be announced: readers know the rest.
 */
export async function loadWriting(
  payload: Payload,
  content: Content,
  frame: Frame,
  onProgress: (line: string) => void,
): Promise<Ids> {
  const briefings = new Ids()
  const announceable = new Set(content.bulletin.next)
  for (const [index, file] of content.briefings.entries()) {
    const data = briefingRow(file, frame, announceable.has(file.reference))
    const create = () =>
      payload.create({ collection: 'briefings', overrideAccess: true, depth: 0, data })
    const key = ['briefings', 'reference', file.reference] as const
    briefings.set(file.reference, await ensure(payload, key, create))
    onProgress(`Briefings: ${index + 1} of ${content.briefings.length}`)
  }
  await relateBriefings(payload, content.briefings, briefings)

  const articles = new Ids()
  for (const file of content.articles) {
    const data = articleRow(file, frame, briefings)
    const create = () =>
      payload.create({ collection: 'articles', overrideAccess: true, depth: 0, data })
    articles.set(file.slug, await ensure(payload, ['articles', 'slug', file.slug], create))
  }
  await relateArticles(payload, content.articles, articles)
  return briefings
}
