import type { Metadata } from 'next'
import { listArticles } from '@/articles/list-articles'
import { nextBulletin } from '@/app/next-bulletin'
import { thePayload } from '@/app/payload'
import { theTopicTree } from '@/app/topic-tree'
import { currentViewer } from '@/app/viewer'
import { listBriefings } from '@/briefings/list-briefings'
import { listSeries } from '@/briefings/read-series'
import { ArticleItem } from '@/components/article-item'
import { BriefingItem } from '@/components/briefing-item'
import { Page } from '@/components/page'
import { EmptyState, Section } from '@/components/section'
import { settings } from '@/config/settings'
import { AllSeries, ComingBulletin, MembershipPanel, TopicsWithCounts } from './home-parts'

export const metadata: Metadata = { alternates: { canonical: '/' } }

const IDEAS = 'ideas-in-practice'

async function readHome(now: Date) {
  const [payload, viewer] = await Promise.all([thePayload(), currentViewer()])
  const asked = { payload, viewer, now }
  const series = await listSeries(payload)
  const ideas = series.find(({ slug }) => slug === IDEAS)
  const [newest, practice, articles, topics] = await Promise.all([
    listBriefings({ ...asked, limit: 6 }),
    ideas ? listBriefings({ ...asked, limit: 3, seriesId: ideas.id }) : { briefings: [] },
    listArticles({ ...asked, limit: 3 }),
    theTopicTree(now),
  ])
  return {
    viewer,
    topics,
    series,
    newest,
    practice: practice.briefings,
    articles: articles.articles,
  }
}

export default async function Home() {
  const now = new Date()
  const { viewer, topics, series, newest, practice, articles } = await readHome(now)
  return (
    <Page title="What is known, and what has worked" lead={LEAD} wide>
      <div className="grid gap-x-16 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <Section title="New briefings" more={{ href: '/briefings', label: 'All briefings' }}>
          {newest.briefings.length > 0 ? (
            newest.briefings.map((briefing) => (
              <BriefingItem key={briefing.id} briefing={briefing} />
            ))
          ) : (
            <EmptyState>No briefing has been published yet. The first will stand here.</EmptyState>
          )}
        </Section>
        <div>
          <TopicsWithCounts topics={topics} />
          <AllSeries series={series} />
          <ComingBulletin at={nextBulletin(settings().bulletinSchedule, now)} />
        </div>
      </div>
      <div className="grid gap-x-16 md:grid-cols-2">
        <Section title="Latest articles" more={{ href: '/blog', label: 'All articles' }}>
          {articles.length > 0 ? (
            articles.map((article) => <ArticleItem key={article.id} article={article} />)
          ) : (
            <EmptyState>No article has been published yet.</EmptyState>
          )}
        </Section>
        {practice.length > 0 ? (
          <Section
            title="Ideas in Practice"
            more={{ href: `/series/${IDEAS}`, label: 'All case studies' }}
          >
            {practice.map((briefing) => (
              <BriefingItem key={briefing.id} briefing={briefing} showsTopics={false} />
            ))}
          </Section>
        ) : null}
      </div>
      {viewer.kind === 'visitor' ? <MembershipPanel /> : null}
    </Page>
  )
}

const LEAD =
  'Policy and research briefings for people who run public services. Written by research officers, with every source named.'
