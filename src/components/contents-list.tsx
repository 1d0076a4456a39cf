import type { Heading } from '@/lib/lexical/outline'

type ContentsListProps = { readonly headings: readonly Heading[] }

const Entries = ({ headings }: ContentsListProps) => (
  <ol className="space-y-1">
    {headings.map(({ anchor, text, level }) => (
      <li key={anchor} className={level === 3 ? 'pl-4' : undefined}>
        <a
          href={`#${anchor}`}
          className="inline-block py-0.5 text-quiet no-underline hover:text-accent hover:underline"
        >
          {text}
        </a>
      </li>
    ))}
  </ol>
)

/** The contents beside the text, on wide screens. */
export const ContentsBeside = ({ headings }: ContentsListProps) => (
  <nav aria-label="Contents" className="hidden font-sans text-sm lg:block print:hidden">
    <h2 className="mb-2 border-t-2 border-ink pt-2 text-ui font-semibold">Contents</h2>
    <Entries headings={headings} />
  </nav>
)

/** The contents folded above the text, on narrow screens. */
export const ContentsFolded = ({ headings }: ContentsListProps) => (
  <details className="group mb-8 border-y border-rule font-sans text-ui lg:hidden print:hidden">
    <summary className="flex min-h-[44px] items-center justify-between font-semibold">
      Contents
      <svg
        viewBox="0 0 20 20"
        aria-hidden="true"
        className="size-5 fill-none stroke-current stroke-2 group-open:rotate-180"
      >
        <path d="m5 8 5 5 5-5" />
      </svg>
    </summary>
    <nav aria-label="Contents" className="pb-4">
      <Entries headings={headings} />
    </nav>
  </details>
)
