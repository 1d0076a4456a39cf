import type { Metadata } from 'next'
import { LOST, lostPage } from '@/app/lost-page'
import { thePayload } from '@/app/payload'
import { structuredTrail } from '@/app/structured'
import { theTopicTree } from '@/app/topic-tree'
import { currentViewer } from '@/app/viewer'
import { listArticles } from '@/articles/list-articles'
import { listBriefings } from '@/briefings/list-briefings'
import { ArticleItem } from '@/components/article-item'
import { BriefingItem } from '@/components/briefing-item'
import { JsonLd } from '@/components/json-ld'
import { Page } from '@/components/page'
import { EmptyState, Section } from '@/components/section'
import { settings } from '@/config/settings'
import { everyNode, type TopicNode } from '@/topics/topic-tree'

type Props = { readonly params: Promise<{ slug: string }> }

const SHOWN = 12

async function findTopic(slug: string) {
  const all = everyNode(await theTopicTree(new Date()))
  const topic = all.find((node) => node.slug === slug)
  return topic ? { topic, parent: all.find(({ id }) => id === topic.parentId) ?? null } : null
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await findTopic((await params).slug)
  if (!found) return LOST
  const { name, scopeNote, slug } = found.topic
  return {
    title: name,
    description: scopeNote ?? `Briefings and articles on ${name.toLowerCase()}.`,
    alternates: {
      canonical: `/topics/${slug}`,
      types: { 'application/atom+xml': `/topics/${slug}/feed.xml` },
    },
  }
}

const Below = ({ topics }: { readonly topics: readonly TopicNode[] }) =>
  topics.length === 0 ? null : (
    <Section title="Within this topic">
      <ul className="space-y-4">
        {topics.map(({ slug, name, scopeNote }) => (
          <li key={slug}>
            <a
              href={`/topics/${slug}`}
              className="font-sans text-ui font-semibold text-accent no-underline hover:underline"
            >
              {name}
            </a>
            {scopeNote ? <p className="font-sans text-sm text-quiet">{scopeNote}</p> : null}
          </li>
        ))}
      </ul>
    </Section>
  )

async function readTopicPage(topic: TopicNode) {
  const asked = {
    payload: await thePayload(),
    viewer: await currentViewer(),
    topicIds: everyNode([topic]).map(({ id }) => id),
    now: new Date(),
  }
  return Promise.all([
    listBriefings({ ...asked, limit: SHOWN }),
    listArticles({ ...asked, limit: 4 }),
  ])
}

export default async function TopicPage({ params }: Props) {
  const found = await findTopic((await params).slug)
  if (!found) return lostPage()
  const { topic, parent } = found
  const [briefings, articles] = await readTopicPage(topic)
  const trail = [
    { href: '/topics', label: 'Topics' },
    ...(parent ? [{ href: `/topics/${parent.slug}`, label: parent.name }] : []),
  ]
  return (
    <Page
      title={topic.name}
      lead={topic.scopeNote}
      breadcrumbs={trail}
      reportPath={`/topics/${topic.slug}`}
      wide
    >
      <JsonLd content={structuredTrail(trail, settings().siteUrl)} />
      <div className="grid gap-x-16 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <Section
          title="Newest briefings"
          more={
            briefings.total > SHOWN
              ? {
                  href: `/briefings?topic=${topic.slug}&sort=newest`,
                  label: `All ${briefings.total} on this topic`,
                }
              : { href: `/briefings?topic=${topic.slug}`, label: 'Search this topic' }
          }
        >
          {briefings.briefings.map((briefing) => (
            <BriefingItem key={briefing.id} briefing={briefing} />
          ))}
          {briefings.total === 0 ? (
            <EmptyState>
              No briefing on this topic has been published yet. Members who choose it will find the
              first in their Bulletin.
            </EmptyState>
          ) : null}
        </Section>
        <div>
          <Below topics={topic.children} />
          {articles.articles.length > 0 ? (
            <Section title="From the blog" more={{ href: '/blog', label: 'All articles' }}>
              {articles.articles.map((article) => (
                <ArticleItem key={article.id} article={article} />
              ))}
            </Section>
          ) : null}
          <Section title="Follow">
            <p className="font-sans text-sm">
              <a href={`/topics/${topic.slug}/feed.xml`} className="plain-link">
                Feed of this topic
              </a>{' '}
              for a feed reader. Members can choose it for their Bulletin.
            </p>
          </Section>
        </div>
      </div>
    </Page>
  )
}
