export type Loosened = {
  readonly label: string
  readonly href: string
  /** How many briefings it would find; null where that is not known. */
  readonly finds: number | null
}

export type NothingFoundProps = {
  /** The same search asking for less. */
  readonly loosened: readonly Loosened[]
  /** True for readers who search the public part alone. */
  readonly isLocked: boolean
}

const finding = (finds: number | null): string => {
  if (finds === null) return ''
  return finds === 1 ? ' (1 briefing)' : ` (${finds.toLocaleString('en-GB')} briefings)`
}

/** Where a search leads nowhere: what to try next. */
export const NothingFound = ({ loosened, isLocked }: NothingFoundProps) => (
  <div className="prose max-w-measure border-t border-rule pt-5">
    <p>No briefing matches this search. You could:</p>
    <ul>
      {loosened.map(({ label, href, finds }) => (
        <li key={label}>
          <a href={href} className="plain-link">
            {label}
          </a>
          {finding(finds)}
        </li>
      ))}
      <li>check the spelling, or use fewer or more general words</li>
      <li>
        look through the{' '}
        <a href="/topics" className="plain-link">
          topics
        </a>{' '}
        or the{' '}
        <a href="/briefings/a-z" className="plain-link">
          list of all briefings
        </a>
      </li>
      <li>
        <a href="/contact" className="plain-link">
          ask a research officer
        </a>
      </li>
    </ul>
    {isLocked ? (
      <p>
        Members search the whole text of every briefing:{' '}
        <a href="/sign-in" className="plain-link">
          sign in
        </a>{' '}
        or{' '}
        <a href="/join" className="plain-link">
          see how to join
        </a>
        .
      </p>
    ) : null}
  </div>
)
