import type { ReactNode } from 'react'
import { idsOf } from '@/lib/ids'
import type { CaseStudyBlock } from '@/payload-types'

type CaseStudyProps = {
  readonly study: CaseStudyBlock
  /** The page's sources in the order of their numbers. */
  readonly sourceIds: readonly string[]
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div className="border-t border-rule pt-3 sm:grid sm:grid-cols-[8rem_1fr] sm:gap-4">
    <dt className="font-sans text-sm font-semibold text-quiet">{name}</dt>
    <dd className="text-ui">{children}</dd>
  </div>
)

/** What somebody did, set apart from the text: the place and what came of it come first. */
export function CaseStudy({ study, sourceIds }: CaseStudyProps) {
  const numbers = idsOf(study.sources)
    .map((id) => sourceIds.indexOf(id) + 1)
    .filter((number) => number > 0)
  return (
    <figure
      aria-label={`Case study: ${study.title}`}
      className="not-prose case-study my-10 border-t-4 border-accent bg-tint px-5 pt-5 pb-6 sm:px-7"
    >
      <figcaption>
        <p className="font-sans text-sm text-quiet">
          <strong className="text-accent">Case study</strong> · {study.where}
        </p>
        <p className="mt-1 text-lg font-semibold text-balance">{study.title}</p>
      </figcaption>
      <p className="mt-4 text-base">
        <strong className="mb-1 block font-sans text-sm text-quiet">What came of it</strong>
        {study.outcome}
      </p>
      <dl className="mt-5 space-y-3">
        <Fact name="What was done">{study.what}</Fact>
        <Fact name="Who ran it">{study.who}</Fact>
        {study.contact ? <Fact name="Whom to ask">{study.contact}</Fact> : null}
        {numbers.length > 0 ? (
          <Fact name={numbers.length === 1 ? 'Source' : 'Sources'}>
            <span className="flex flex-wrap gap-x-3 font-sans">
              {numbers.map((number) => (
                <a
                  key={number}
                  href={`#source-${number}`}
                  aria-label={`Source ${number}`}
                  className="plain-link min-w-6 py-0.5"
                >
                  {number}
                </a>
              ))}
            </span>
          </Fact>
        ) : null}
      </dl>
    </figure>
  )
}
