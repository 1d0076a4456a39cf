import { anchorsCiting, type Citations } from '@/lib/lexical/citations'
import type { ReferenceRun } from '@/lib/reference-runs'

type ReferencesProps = {
  /** In the order of their numbers. */
  readonly references: readonly (readonly ReferenceRun[])[]
  /** What a reader should know of a source before trusting it, by its number less one; null for most. */
  readonly warnings: readonly (string | null)[]
  /** Those an officer has been asked to look at, by their number less one. */
  readonly underReview: readonly boolean[]
  readonly citations: Citations
}

const Run = ({ text, isItalic, href }: ReferenceRun) => {
  const words = isItalic ? <cite>{text}</cite> : text
  return href ? (
    <a href={href} className="plain-link">
      {words}
    </a>
  ) : (
    words
  )
}

/** The numbered sources of a page, each with a way back to where the text cites it. */
export const References = ({ references, warnings, underReview, citations }: ReferencesProps) => (
  <ol className="max-w-measure font-sans text-ui">
    {references.map((runs, index) => (
      <li
        key={index}
        id={`source-${index + 1}`}
        className="grid grid-cols-[2rem_1fr] border-t border-rule py-2.5 first:border-t-0"
      >
        <span className="text-quiet" aria-hidden="true">
          {index + 1}
        </span>
        <span className="min-w-0 wrap-anywhere">
          {runs.map((run, place) => (
            <Run key={place} {...run} />
          ))}
          {warnings[index] ? <strong className="ml-1">† {warnings[index]}</strong> : null}
          {underReview[index] ? <span className="ml-1 text-quiet">Under review.</span> : null}
          <span className="ml-1 whitespace-nowrap print:hidden">
            {anchorsCiting(citations, index + 1).map((anchor, use) => (
              <a
                key={anchor}
                href={`#${anchor}`}
                aria-label={`Back to the text, use ${use + 1} of source ${index + 1}`}
                className="inline-block min-w-6 text-center text-accent no-underline hover:underline"
              >
                ↑
              </a>
            ))}
          </span>
        </span>
      </li>
    ))}
  </ol>
)
