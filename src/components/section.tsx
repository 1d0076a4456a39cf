import type { ReactNode } from 'react'

type SectionProps = {
  readonly title: string
  readonly id?: string
  /** Where the rest of the list stands. */
  readonly more?: { readonly href: string; readonly label: string }
  readonly children: ReactNode
}

/** A part of a page under a strong rule, as in a journal. */
export const Section = ({ title, id, more, children }: SectionProps) => (
  <section id={id} aria-label={title} className="mb-14">
    <div className="mb-5 flex flex-wrap items-baseline justify-between gap-x-6 border-t-2 border-ink pt-2 font-sans">
      <h2 className="text-ui font-semibold">{title}</h2>
      {more ? (
        <a href={more.href} className="plain-link inline-block py-0.5 text-sm">
          {more.label}
        </a>
      ) : null}
    </div>
    <div>{children}</div>
  </section>
)

/** What a list says when nothing is in it, and what to do then. */
export const EmptyState = ({ children }: { readonly children: ReactNode }) => (
  <p className="max-w-measure text-ui text-quiet">{children}</p>
)
