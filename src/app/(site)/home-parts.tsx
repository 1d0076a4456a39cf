import type { PublicSeries } from '@/briefings/read-series'
import { ButtonLink } from '@/components/button'
import { LongDate } from '@/components/date'
import { Section } from '@/components/section'
import type { TopicNode } from '@/topics/topic-tree'

type TopicCountProps = {
  readonly topic: Pick<TopicNode, 'slug' | 'name' | 'briefings'>
  readonly className: string
}

const TopicCount = ({ topic: { slug, name, briefings }, className }: TopicCountProps) => (
  <span className="flex items-baseline justify-between gap-4">
    <a
      href={`/topics/${slug}`}
      className={`grow py-1 no-underline hover:text-accent hover:underline ${className}`}
    >
      {name}
    </a>
    <span className="text-quiet tabular-nums">
      {briefings}
      <span className="sr-only"> briefings</span>
    </span>
  </span>
)

export const TopicsWithCounts = ({ topics }: { readonly topics: readonly TopicNode[] }) => (
  <Section title="Topics" more={{ href: '/topics', label: 'All topics' }}>
    <ul className="font-sans text-ui">
      {topics.map((topic) => (
        <li key={topic.slug} className="border-b border-rule py-2">
          <TopicCount topic={topic} className="font-semibold" />
          {topic.children.length > 0 ? (
            <ul className="text-sm">
              {topic.children.map((child) => (
                <li key={child.slug}>
                  <TopicCount topic={child} className="text-quiet" />
                </li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ul>
  </Section>
)

export const AllSeries = ({ series }: { readonly series: readonly PublicSeries[] }) =>
  series.length === 0 ? null : (
    <Section title="Series">
      <ul className="space-y-4">
        {series.map(({ slug, name, description }) => (
          <li key={slug}>
            <a
              href={`/series/${slug}`}
              className="inline-block py-0.5 font-sans text-ui font-semibold text-accent no-underline hover:underline"
            >
              {name}
            </a>
            {description ? <p className="text-ui text-quiet">{description}</p> : null}
          </li>
        ))}
      </ul>
    </Section>
  )

export const ComingBulletin = ({ at }: { readonly at: Date | null }) => (
  <Section title="The Bulletin" more={{ href: '/bulletin', label: 'Past issues' }}>
    <p className="text-ui">
      Every week, members receive what is new on the topics they have chosen.
      {at ? (
        <>
          {' '}
          The next issue goes out on <LongDate value={at} />.
        </>
      ) : null}
    </p>
  </Section>
)

const GIVES = [
  [
    'Every briefing in full',
    'Key points, evidence, case studies and numbered sources, kept up to date.',
  ],
  ['The whole archive', 'Searched down to the passage, by topic, nation, year and author.'],
  ['The weekly Bulletin', 'What is new on your own topics, and nothing else.'],
] as const

export const MembershipPanel = () => (
  <section
    aria-labelledby="membership"
    className="border-t-4 border-accent bg-tint px-6 py-8 md:px-10"
  >
    <h2 id="membership" className="text-xl font-semibold">
      What members get
    </h2>
    <dl className="mt-5 grid gap-6 md:grid-cols-3">
      {GIVES.map(([name, words]) => (
        <div key={name}>
          <dt className="font-sans text-ui font-semibold">{name}</dt>
          <dd className="mt-1 text-ui">{words}</dd>
        </div>
      ))}
    </dl>
    <p className="mt-7 flex flex-wrap items-center gap-x-5 gap-y-3 font-sans text-ui">
      <ButtonLink href="/join">How to join</ButtonLink>
      <span>Membership is for organisations, and covers everyone who works there.</span>
    </p>
  </section>
)
