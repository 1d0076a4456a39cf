import { TopicLine } from '../topic-link'
import type { ArchiveResult, Day } from './archive-view'

const Snippet = ({ snippet }: Pick<ArchiveResult, 'snippet'>) => (
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

const Time = ({ day }: { readonly day: Day }) => (
  <time dateTime={day.iso} className="whitespace-nowrap">
    {day.words}
  </time>
)

const ToPassage = ({ result }: { readonly result: ArchiveResult }) =>
  result.passage ? (
    <p className="mt-1.5 font-sans text-sm">
      <a href={result.passage.href} data-rank={result.rank} className="plain-link">
        {result.passage.heading ? `Go to “${result.passage.heading}”` : 'Go to this passage'}
        <span className="sr-only"> in {result.title}</span>
      </a>
    </p>
  ) : null

const Facts = ({ result }: { readonly result: ArchiveResult }) => (
  <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 font-sans text-sm text-quiet">
    <Time day={result.published} />
    {result.updated ? (
      <span>
        Updated <Time day={result.updated} />
      </span>
    ) : null}
    <span>{result.kind}</span>
    <span>{result.readingMinutes} min read</span>
    {result.joinHref ? (
      <a href={result.joinHref} className="plain-link">
        How to read it<span className="sr-only">: {result.title}</span>
      </a>
    ) : null}
  </p>
)

/** A briefing that a search found: what it is about, where the words stand, how old and how long it is. */
export const Result = ({ result }: { readonly result: ArchiveResult }) => (
  <article data-briefing={result.id} className="border-t border-rule py-5">
    <div className="flex items-baseline justify-between gap-4">
      <TopicLine topics={result.topics} />
      {result.joinHref ? (
        <span className="ml-auto rounded-sm border border-edge px-1.5 font-sans text-sm font-semibold text-accent">
          Members
        </span>
      ) : null}
    </div>
    <h3 className="mt-1 font-serif text-lg leading-snug font-semibold">
      <a
        href={result.url}
        data-rank={result.rank}
        className="text-ink no-underline hover:text-accent hover:underline"
      >
        {result.title}
      </a>
    </h3>
    <Snippet snippet={result.snippet} />
    <ToPassage result={result} />
    <Facts result={result} />
  </article>
)
