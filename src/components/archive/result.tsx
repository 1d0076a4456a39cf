import type { PublicBriefing } from '@/access/to-public-part'
import { LongDate } from '../date'
import { TopicLine } from '../topic-link'

export type ResultProps = {
  readonly briefing: PublicBriefing
  readonly snippet: readonly { readonly text: string; readonly mark?: true }[]
  /** `#…` of the place in the text, where the reader may go there. */
  readonly anchor: string | null
  readonly isLocked: boolean
}

const KINDS: Record<PublicBriefing['type'], string> = {
  briefing: 'Briefing',
  'case-study': 'Case studies',
  update: 'Update',
}

const Snippet = ({ snippet }: Pick<ResultProps, 'snippet'>) => (
  <p className="mt-1.5 max-w-measure text-ui text-quiet">
    {snippet.map(({ text, mark }, index) =>
      mark ? (
        <mark key={index} className="bg-tint px-0.5 font-semibold text-ink">
          {text}
        </mark>
      ) : (
        text
      ),
    )}
  </p>
)

/** A briefing that a search found: what it is about, where the words stand, how old and how long it is. */
export const Result = ({ briefing, snippet, anchor, isLocked }: ResultProps) => (
  <article className="border-t border-rule py-5">
    <div className="flex items-baseline justify-between gap-4">
      <TopicLine topics={briefing.topics} />
      {isLocked ? (
        <span className="ml-auto rounded-sm border border-edge px-1.5 font-sans text-sm font-semibold text-accent">
          Members
        </span>
      ) : null}
    </div>
    <h3 className="mt-1 font-serif text-lg leading-snug font-semibold">
      <a
        href={`${briefing.url}${anchor ?? ''}`}
        className="text-ink no-underline hover:text-accent hover:underline"
      >
        {briefing.title}
      </a>
    </h3>
    <Snippet snippet={snippet} />
    <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 font-sans text-sm text-quiet">
      <LongDate value={briefing.publishedAt} />
      <span>{KINDS[briefing.type]}</span>
      <span>{briefing.readingMinutes} min read</span>
    </p>
  </article>
)
