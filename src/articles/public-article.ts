import type { NamedLink } from '@/access/to-public-part'
import { idsOf, rowsOf } from '@/lib/ids'
import type { Article } from '@/payload-types'

/** An article as lists and feeds show it. */
export type ListedArticle = {
  readonly id: string
  readonly slug: string
  /** Path on the site, from the root. */
  readonly url: string
  readonly title: string
  readonly summary: string
  readonly topics: readonly NamedLink[]
  readonly authors: readonly NamedLink[]
  /** ISO date-time. */
  readonly publishedAt: string
}

export const toListedArticle = (
  row: Article,
  authors: ReadonlyMap<string, NamedLink>,
): ListedArticle => ({
  id: row.id,
  slug: row.slug ?? '',
  url: `/blog/${row.slug ?? ''}`,
  title: row.title,
  summary: row.summary,
  topics: rowsOf(row.topics).map(({ slug, name }) => ({ slug: slug ?? '', name })),
  authors: idsOf(row.authors).flatMap((id) => authors.get(id) ?? []),
  publishedAt: row.publishedAt ?? row.createdAt,
})
