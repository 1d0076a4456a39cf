import type { PublicBriefing } from '@/access/to-public-part'
import { LongDate } from './date'
import { TopicLine } from './topic-link'

const KINDS: Record<PublicBriefing['type'], string | null> = {
  briefing: null,
  'case-study': 'Case studies',
  update: 'Update',
}

type BriefingItemProps = {
  readonly briefing: PublicBriefing
  readonly level?: 2 | 3
  /** False where the page already says what the list is about. */
  readonly showsTopics?: boolean
}

/** A briefing in an editorial list: what it is about, what it says, how old and how long it is. */
export function BriefingItem({ briefing, level = 3, showsTopics = true }: BriefingItemProps) {
  const Title = level === 2 ? 'h2' : 'h3'
  const kind = KINDS[briefing.type]
  return (
    <article className="border-t border-rule py-5 first:border-t-0 first:pt-0">
      {showsTopics ? <TopicLine topics={briefing.topics} /> : null}
      <Title className="mt-1 font-serif text-lg leading-snug font-semibold">
        <a href={briefing.url} className="text-ink no-underline hover:text-accent hover:underline">
          {briefing.title}
        </a>
      </Title>
      <p className="mt-1.5 max-w-measure text-ui text-quiet">{briefing.summary}</p>
      <p className="mt-2 flex flex-wrap gap-x-3 font-sans text-sm text-quiet">
        <LongDate value={briefing.publishedAt} />
        <span>{briefing.readingMinutes} min read</span>
        {kind ? <span>{kind}</span> : null}
        {briefing.updatedAt ? (
          <span>
            Updated <LongDate value={briefing.updatedAt} />
          </span>
        ) : null}
      </p>
    </article>
  )
}
