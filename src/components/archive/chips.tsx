export type Chip = {
  readonly label: string
  /** The same search without it. */
  readonly href: string
}

/** What the results are narrowed by, each to be taken away. */
export const Chips = ({
  chips,
  clearHref,
}: {
  readonly chips: readonly Chip[]
  readonly clearHref: string
}) =>
  chips.length === 0 ? null : (
    <ul aria-label="Chosen filters" className="mb-5 flex flex-wrap gap-2 font-sans text-sm">
      {chips.map(({ label, href }) => (
        <li key={`${label} ${href}`}>
          <a
            href={href}
            className="inline-flex min-h-[36px] items-center gap-2 rounded-sm bg-tint px-3 text-ink no-underline hover:underline"
          >
            <span className="sr-only">Remove filter: </span>
            {label}
            <span aria-hidden="true" className="text-quiet">
              ×
            </span>
          </a>
        </li>
      ))}
      {chips.length > 1 ? (
        <li>
          <a href={clearHref} className="plain-link inline-flex min-h-[36px] items-center px-1">
            Clear all
          </a>
        </li>
      ) : null}
    </ul>
  )
