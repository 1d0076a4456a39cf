import type { Metadata } from 'next'
import { theTopicTree } from '@/app/topic-tree'
import { Page } from '@/components/page'
import { EmptyState } from '@/components/section'
import type { TopicNode } from '@/topics/topic-tree'

export const metadata: Metadata = {
  title: 'Topics',
  description: 'What the briefings are about, from housing to technology.',
  alternates: { canonical: '/topics' },
}

const Children = ({ topics }: { readonly topics: readonly TopicNode[] }) => (
  <ul className="mt-4 sm:columns-2 sm:gap-x-10">
    {topics.map(({ slug, name, briefings }) => (
      <li
        key={slug}
        className="flex break-inside-avoid justify-between gap-4 border-b border-rule font-sans text-ui"
      >
        <a
          href={`/topics/${slug}`}
          className="grow py-1.5 text-accent no-underline hover:underline"
        >
          {name}
        </a>
        <span className="py-1.5 text-quiet tabular-nums">
          {briefings}
          <span className="sr-only"> briefings</span>
        </span>
      </li>
    ))}
  </ul>
)

export default async function TopicsPage() {
  const topics = await theTopicTree(new Date())
  return (
    <Page
      title="Topics"
      lead="What the briefings are about. The number beside each counts its briefings and those of the topics below it."
      wide
    >
      {topics.length === 0 ? <EmptyState>No topic has been set up yet.</EmptyState> : null}
      {topics.map((topic) => (
        <section
          key={topic.slug}
          className="grid gap-x-16 border-t-2 border-ink pt-4 pb-12 md:grid-cols-[18rem_1fr]"
        >
          <div>
            <h2 className="text-xl font-semibold">
              <a
                href={`/topics/${topic.slug}`}
                className="text-ink no-underline hover:text-accent hover:underline"
              >
                {topic.name}
              </a>
            </h2>
            <p className="mt-1 font-sans text-sm text-quiet">
              {topic.briefings === 1 ? '1 briefing' : `${topic.briefings} briefings`}
            </p>
          </div>
          <div>
            {topic.scopeNote ? <p className="max-w-measure">{topic.scopeNote}</p> : null}
            {topic.children.length > 0 ? <Children topics={topic.children} /> : null}
          </div>
        </section>
      ))}
    </Page>
  )
}
