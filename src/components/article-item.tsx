import type { NamedLink } from '@/access/to-public-part'
import { LongDate } from './date'

type ArticleItemProps = {
  readonly article: {
    readonly url: string
    readonly title: string
    readonly summary: string
    readonly authors: readonly NamedLink[]
    readonly publishedAt: string
  }
  readonly level?: 2 | 3
}

/** An article of the blog in a list. */
export function ArticleItem({ article, level = 3 }: ArticleItemProps) {
  const Title = level === 2 ? 'h2' : 'h3'
  return (
    <article className="border-t border-rule py-5 first:border-t-0 first:pt-0">
      <Title className="text-lg leading-snug font-semibold">
        <a href={article.url} className="text-ink no-underline hover:text-accent hover:underline">
          {article.title}
        </a>
      </Title>
      <p className="mt-1.5 max-w-measure text-ui text-quiet">{article.summary}</p>
      <p className="mt-2 flex flex-wrap gap-x-3 font-sans text-sm text-quiet">
        <LongDate value={article.publishedAt} />
        <span>{article.authors.map(({ name }) => name).join(', ')}</span>
      </p>
    </article>
  )
}
