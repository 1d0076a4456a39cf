type NothingFoundProps = {
  readonly hasFilters: boolean
  readonly clearHref: string
  /** True for readers who search the public part alone. */
  readonly isLocked: boolean
}

/** Where a search leads nowhere: what to try next. */
export const NothingFound = ({ hasFilters, clearHref, isLocked }: NothingFoundProps) => (
  <div className="prose max-w-measure border-t border-rule pt-5">
    <p>No briefing matches this search. You could:</p>
    <ul>
      {hasFilters ? (
        <li>
          <a href={clearHref} className="plain-link">
            search without the filters
          </a>
        </li>
      ) : null}
      <li>use fewer words, or more general ones</li>
      <li>
        look through the{' '}
        <a href="/topics" className="plain-link">
          topics
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
