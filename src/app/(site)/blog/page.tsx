import type { Metadata } from 'next'
import { pageNumber } from '@/app/page-number'
import { thePayload } from '@/app/payload'
import { currentViewer } from '@/app/viewer'
import { listArticles } from '@/articles/list-articles'
import { ArticleItem } from '@/components/article-item'
import { Page } from '@/components/page'
import { PagesNav } from '@/components/pages-nav'
import { EmptyState } from '@/components/section'

type Props = { readonly searchParams: Promise<{ page?: string | string[] }> }

const ON_A_PAGE = 15

export const metadata: Metadata = {
  title: 'Blog',
  description: 'What our research officers think about. Open to everyone.',
  alternates: { canonical: '/blog', types: { 'application/atom+xml': '/feeds/articles.xml' } },
}

export default async function BlogPage({ searchParams }: Props) {
  const page = pageNumber((await searchParams).page)
  const { articles, total } = await listArticles({
    payload: await thePayload(),
    viewer: await currentViewer(),
    limit: ON_A_PAGE,
    page,
    now: new Date(),
  })
  return (
    <Page title="Blog" lead="What our research officers think about. Open to everyone." wide>
      {articles.length === 0 ? (
        <EmptyState>No article has been published yet. Please look in again.</EmptyState>
      ) : (
        <div className="max-w-[40rem]">
          {articles.map((article) => (
            <ArticleItem key={article.id} article={article} level={2} />
          ))}
        </div>
      )}
      <PagesNav path="/blog" page={page} pages={Math.ceil(total / ON_A_PAGE)} />
    </Page>
  )
}
