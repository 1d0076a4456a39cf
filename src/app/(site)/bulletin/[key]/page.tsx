import type { Metadata } from 'next'
import { cache } from 'react'
import { LOST, lostPage } from '@/app/lost-page'
import { thePayload } from '@/app/payload'
import { currentViewer } from '@/app/viewer'
import { listArticles } from '@/articles/list-articles'
import { listBriefings } from '@/briefings/list-briefings'
import { type PastIssue, readPastIssue } from '@/bulletin/past-issues'
import { ArticleItem } from '@/components/article-item'
import { BriefingItem } from '@/components/briefing-item'
import { LongDate } from '@/components/date'
import { Page } from '@/components/page'
import { EmptyState, Section } from '@/components/section'
import { toLongDate } from '@/lib/london-time'

type Props = { readonly params: Promise<{ key: string }> }

const reading = cache(async (key: string) => readPastIssue(await thePayload(), key))

const titleOf = ({ date }: PastIssue) => `Bulletin, ${toLongDate(date)}`

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const issue = await reading((await params).key)
  if (!issue) return LOST
  return {
    title: titleOf(issue),
    description: `What Signpost told its subscribers on ${toLongDate(issue.date)}.`,
    alternates: { canonical: `/bulletin/${issue.slug}` },
  }
}

/** What the issue announced, as it may be read today: a briefing withdrawn since is no longer listed. */
async function briefingsOf({ briefingIds: ids }: PastIssue) {
  const { briefings } = await listBriefings({
    payload: await thePayload(),
    viewer: await currentViewer(),
    ids,
    limit: ids.length,
    now: new Date(),
  })
  return briefings
}

async function articlesOf({ articleIds: ids }: PastIssue) {
  const { articles } = await listArticles({
    payload: await thePayload(),
    viewer: await currentViewer(),
    ids,
    limit: ids.length,
    now: new Date(),
  })
  return articles
}

const Coming = ({ coming }: Pick<PastIssue, 'coming'>) => (
  <Section title="Coming up">
    <ul className="grid gap-2">
      {coming.map(({ date, text, url }) => (
        <li key={date + text} className="max-w-measure">
          <LongDate value={date} />: {url ? <a href={url}>{text}</a> : text}
        </li>
      ))}
    </ul>
  </Section>
)

export default async function IssuePage({ params }: Props) {
  const issue = await reading((await params).key)
  if (!issue) return lostPage()
  const [briefings, articles] = [await briefingsOf(issue), await articlesOf(issue)]
  return (
    <Page
      title={titleOf(issue)}
      breadcrumbs={[{ href: '/bulletin', label: 'Bulletin' }]}
      reportPath={`/bulletin/${issue.slug}`}
    >
      {issue.introduction.map((paragraph) => (
        <p key={paragraph} className="mb-5 max-w-measure">
          {paragraph}
        </p>
      ))}
      <div className="mb-14">
        {briefings.length === 0 ? (
          <EmptyState>No briefing of this issue can be read any more.</EmptyState>
        ) : (
          briefings.map((briefing) => (
            <BriefingItem key={briefing.id} briefing={briefing} level={2} />
          ))
        )}
      </div>
      {issue.coming.length > 0 && <Coming coming={issue.coming} />}
      {articles.length > 0 && (
        <Section title="On the blog">
          {articles.map((article) => (
            <ArticleItem key={article.id} article={article} />
          ))}
        </Section>
      )}
    </Page>
  )
}
