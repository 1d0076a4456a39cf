import { DateRange, type DateRangeProps } from './date-range'

export type FacetChoice = {
  readonly value: string
  readonly label: string
  readonly count: number
  readonly isChosen: boolean
  /** The same search with it, or without it where it is chosen. */
  readonly href: string
}

export type FacetGroup = {
  readonly name: string
  readonly title: string
  readonly choices: readonly FacetChoice[]
}

const SHOWN = 7

const Choice = ({ choice }: { readonly choice: FacetChoice }) => (
  <li>
    <a
      href={choice.href}
      rel="nofollow"
      className={`flex min-h-[32px] items-baseline justify-between gap-3 py-1 no-underline hover:underline ${
        choice.isChosen ? 'font-semibold text-accent' : 'text-ink'
      }`}
    >
      <span>
        {choice.isChosen ? <span className="sr-only">Chosen, remove: </span> : null}
        {choice.isChosen ? <span aria-hidden="true">✓ </span> : null}
        {choice.label}
      </span>
      <span className="text-quiet tabular-nums">
        <span className="sr-only">, briefings: </span>
        {choice.count}
      </span>
    </a>
  </li>
)

const Group = ({ group: { title, choices } }: { readonly group: FacetGroup }) => {
  const rest = choices.slice(SHOWN)
  return (
    <section className="border-t border-rule py-4">
      <h3 className="mb-1 font-semibold">{title}</h3>
      <ul>
        {choices.slice(0, SHOWN).map((choice) => (
          <Choice key={choice.value} choice={choice} />
        ))}
      </ul>
      {rest.length > 0 ? (
        <details open={rest.some(({ isChosen }) => isChosen)}>
          <summary className="flex min-h-[32px] items-center font-semibold text-accent">
            {rest.length} more<span className="sr-only"> under {title}</span>
          </summary>
          <ul>
            {rest.map((choice) => (
              <Choice key={choice.value} choice={choice} />
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  )
}

export type FacetsProps = {
  readonly groups: readonly FacetGroup[]
  readonly dates: Omit<DateRangeProps, 'idPrefix'>
}

const Groups = ({ groups, dates, idPrefix }: FacetsProps & { readonly idPrefix: string }) => (
  <>
    {groups
      .filter(({ choices }) => choices.length > 0)
      .map((group) => (
        <Group key={group.name} group={group} />
      ))}
    <DateRange {...dates} idPrefix={idPrefix} />
  </>
)

const TITLE = 'Narrow the results'

/** Beside the results on wide screens. */
export const FacetColumn = (props: FacetsProps) => (
  <aside aria-labelledby="facets-title" className="hidden font-sans text-sm lg:block print:hidden">
    <h2 id="facets-title" className="pb-3 text-ui font-semibold">
      {TITLE}
    </h2>
    <Groups {...props} idPrefix="wide" />
  </aside>
)

/** A drawer above the results on narrow screens. */
export const FacetDrawer = (props: FacetsProps) => (
  <details className="mb-6 border-y border-rule font-sans text-ui lg:hidden print:hidden">
    <summary className="flex min-h-[44px] items-center justify-between font-semibold text-accent">
      {TITLE}
      <svg
        viewBox="0 0 20 20"
        aria-hidden="true"
        className="size-5 fill-none stroke-current stroke-2"
      >
        <path d="m5 8 5 5 5-5" />
      </svg>
    </summary>
    <div className="pb-4">
      <Groups {...props} idPrefix="narrow" />
    </div>
  </details>
)
