import type { Metadata } from 'next'
import { cache } from 'react'
import { LOST, lostPage } from '@/app/lost-page'
import { thePayload } from '@/app/payload'
import { structuredArticle, structuredTrail } from '@/app/structured'
import { currentViewer } from '@/app/viewer'
import { listArticles } from '@/articles/list-articles'
import { type FullArticle, readArticle } from '@/articles/read-article'
import { listBriefings } from '@/briefings/list-briefings'
import { ArticleItem } from '@/components/article-item'
import { BriefingItem } from '@/components/briefing-item'
import { LongDate } from '@/components/date'
import { AuthorLinks } from '@/components/fact-bar'
import { JsonLd } from '@/components/json-ld'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { RichText } from '@/components/rich-text/rich-text'
import { Section } from '@/components/section'
import { TopicLine } from '@/components/topic-link'
import { settings } from '@/config/settings'

type Props = { readonly params: Promise<{ slug: string }> }

const TRAIL = [{ href: '/blog', label: 'Blog' }]

const reading = cache(async (slug: string) =>
  readArticle({
    payload: await thePayload(),
    slug,
    viewer: await currentViewer(),
    now: new Date(),
  }),
)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const read = await reading((await params).slug)
  if (read.kind === 'missing') return LOST
  const { title, summary, url, publishedAt } = read.article
  return {
    title,
    description: summary,
    alternates: { canonical: url },
    openGraph: { type: 'article', title, description: summary, url, publishedTime: publishedAt },
  }
}

const Byline = ({ article }: { readonly article: FullArticle }) => (
  <div className="mb-10 border-y border-rule py-3 font-sans text-sm">
    <p className="flex flex-wrap gap-x-4 text-quiet">
      {article.authors.length > 0 ? (
        <span>
          By <AuthorLinks authors={article.authors} />
        </span>
      ) : null}
      <LongDate value={article.publishedAt} />
      <span>{article.readingMinutes} min read</span>
    </p>
    <TopicLine topics={article.topics} />
  </div>
)

async function readAround({ leadsTo, alsoLike }: FullArticle) {
  const asked = { payload: await thePayload(), viewer: await currentViewer(), now: new Date() }
  return Promise.all([
    listBriefings({ ...asked, ids: leadsTo, limit: leadsTo.length || 1 }),
    listArticles({ ...asked, ids: alsoLike, limit: alsoLike.length || 1 }),
  ])
}

export default async function ArticlePage({ params }: Props) {
  const read = await reading((await params).slug)
  if (read.kind === 'missing') return lostPage()
  const { article } = read
  const [{ briefings }, { articles }] = await readAround(article)
  const { siteUrl } = settings()
  return (
    <Page title={article.title} lead={article.summary} breadcrumbs={TRAIL} reportPath={article.url}>
      <JsonLd content={structuredArticle(article, siteUrl)} />
      <JsonLd content={structuredTrail(TRAIL, siteUrl)} />
      {article.isPublished ? null : (
        <Notice tone="warning" title="Not published">
          <p>Only staff see this page until it is published and its day has come.</p>
        </Notice>
      )}
      <Byline article={article} />
      <RichText document={article.body} quotes="pull" />
      <div className="mt-16">
        {briefings.length > 0 ? (
          <Section title="The briefings behind it">
            {briefings.map((briefing) => (
              <BriefingItem key={briefing.id} briefing={briefing} />
            ))}
          </Section>
        ) : null}
        {articles.length > 0 ? (
          <Section title="You may also like">
            {articles.map((other) => (
              <ArticleItem key={other.id} article={other} />
            ))}
          </Section>
        ) : null}
      </div>
    </Page>
  )
}
