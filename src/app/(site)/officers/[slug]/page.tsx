import type { Metadata } from 'next'
import { cache } from 'react'
import { LOST, lostPage } from '@/app/lost-page'
import { thePayload } from '@/app/payload'
import { currentViewer } from '@/app/viewer'
import { listArticles } from '@/articles/list-articles'
import { listBriefings } from '@/briefings/list-briefings'
import { ArticleItem } from '@/components/article-item'
import { BriefingItem } from '@/components/briefing-item'
import { Page } from '@/components/page'
import { Section } from '@/components/section'
import { readOfficer } from '@/officers/read-officer'

type Props = { readonly params: Promise<{ slug: string }> }

/** An officer and what they signed, or null: staff who have signed nothing published have no page. */
const readPage = cache(async (slug: string) => {
  const payload = await thePayload()
  const read = await readOfficer({ payload, slug })
  if (read.kind === 'missing') return null
  const asked = {
    payload,
    viewer: await currentViewer(),
    authorId: read.officer.id,
    now: new Date(),
  }
  const [briefings, articles] = await Promise.all([
    listBriefings({ ...asked, limit: 20 }),
    listArticles({ ...asked, limit: 10 }),
  ])
  return briefings.total + articles.total > 0
    ? { officer: read.officer, briefings, articles: articles.articles }
    : null
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await readPage((await params).slug)
  if (!page) return LOST
  const { name, biography, slug } = page.officer
  return {
    title: name,
    description: biography ?? `What ${name} has written for Signpost.`,
    alternates: { canonical: `/officers/${slug}` },
  }
}

export default async function OfficerPage({ params }: Props) {
  const page = await readPage((await params).slug)
  if (!page) return lostPage()
  const { officer, briefings, articles } = page
  return (
    <Page
      title={officer.name}
      kicker={officer.jobTitle}
      lead={officer.biography}
      reportPath={`/officers/${officer.slug}`}
      wide
    >
      <div className="grid gap-x-16 lg:grid-cols-[minmax(0,1fr)_20rem]">
        {briefings.total > 0 ? (
          <Section
            title="Briefings"
            more={
              briefings.total > briefings.briefings.length
                ? {
                    href: `/briefings?author=${encodeURIComponent(officer.name)}&sort=newest`,
                    label: `All ${briefings.total}`,
                  }
                : undefined
            }
          >
            {briefings.briefings.map((briefing) => (
              <BriefingItem key={briefing.id} briefing={briefing} />
            ))}
          </Section>
        ) : null}
        {articles.length > 0 ? (
          <Section title="Articles">
            {articles.map((article) => (
              <ArticleItem key={article.id} article={article} />
            ))}
          </Section>
        ) : null}
      </div>
    </Page>
  )
}
