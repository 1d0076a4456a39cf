import { DateRange, type DateRangeProps } from './date-range'

export type FacetChoice = {
  readonly value: string
  readonly label: string
  readonly count: number
  readonly isChosen: boolean
  /** The same search with it, or without it where it is chosen. */
  readonly href: string
  /** The choices below it, where the kind is a tree. */
  readonly below: readonly FacetChoice[]
  /** True where it or a choice below it is chosen. */
  readonly isOpen: boolean
}

export type FacetGroup = {
  readonly name: string
  readonly title: string
  readonly choices: readonly FacetChoice[]
}

const SHOWN = 7

const Chevron = ({ className }: { readonly className: string }) => (
  <svg
    viewBox="0 0 20 20"
    aria-hidden="true"
    className={`fill-none stroke-current stroke-2 ${className}`}
  >
    <path d="m5 8 5 5 5-5" />
  </svg>
)

type ChoiceProps = {
  readonly choice: FacetChoice
  /** What tells this link from every other of the page, so that focus can come back to it. */
  readonly place: string
}

const ChoiceLink = ({ choice, place }: ChoiceProps) => (
  <a
    href={choice.href}
    rel="nofollow"
    data-place={`${place} ${choice.value}`}
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
)

/** The arrow to unfold a branch stands left of its link: a link inside a `summary` could not be reached. */
const Branch = ({ choice, place }: ChoiceProps) => (
  <li className="relative">
    <ChoiceLink choice={choice} place={place} />
    <details open={choice.isOpen} className="group">
      <summary className="absolute top-0.5 -left-8 flex size-7 items-center justify-center text-accent">
        <Chevron className="size-4 -rotate-90 group-open:rotate-0" />
        <span className="sr-only">Below {choice.label}</span>
      </summary>
      <Choices
        choices={choice.below}
        place={place}
        className="ml-[-1rem] border-l border-rule pl-4"
      />
    </details>
  </li>
)

type ChoicesProps = {
  readonly choices: readonly FacetChoice[]
  readonly place: string
  readonly className?: string
}

/** Choices of one level. Where one of them can be unfolded, all leave room for the arrows. */
const Choices = ({ choices, place, className = '' }: ChoicesProps) => (
  <ul className={`${className} ${choices.some(({ below }) => below.length > 0) ? 'pl-6' : ''}`}>
    {choices.map((choice) =>
      choice.below.length > 0 ? (
        <Branch key={choice.value} choice={choice} place={place} />
      ) : (
        <li key={choice.value}>
          <ChoiceLink choice={choice} place={place} />
        </li>
      ),
    )}
  </ul>
)

const Group = ({ group, idPrefix }: { readonly group: FacetGroup; readonly idPrefix: string }) => {
  const { name, title, choices } = group
  const place = `${idPrefix} ${name}`
  const rest = choices.slice(SHOWN)
  return (
    <section className="border-t border-rule py-4">
      <h3 className="mb-1 font-semibold">{title}</h3>
      <Choices choices={choices.slice(0, SHOWN)} place={place} />
      {rest.length > 0 ? (
        <details open={rest.some(({ isOpen }) => isOpen)}>
          <summary className="flex min-h-[32px] items-center font-semibold text-accent">
            {rest.length} more<span className="sr-only"> under {title}</span>
          </summary>
          <Choices choices={rest} place={place} />
        </details>
      ) : null}
    </section>
  )
}

export type FacetsProps = {
  readonly groups: readonly FacetGroup[]
  readonly dates: DateRangeProps
}

const Groups = ({ groups, dates, idPrefix }: FacetsProps & { readonly idPrefix: string }) => (
  <>
    {groups
      .filter(({ choices }) => choices.length > 0)
      .map((group) => (
        <Group key={group.name} group={group} idPrefix={idPrefix} />
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
  <details className="group/drawer mb-6 border-y border-rule font-sans text-ui lg:hidden print:hidden">
    <summary className="flex min-h-[44px] items-center justify-between font-semibold text-accent">
      {TITLE}
      <Chevron className="size-5 group-open/drawer:rotate-180" />
    </summary>
    <div className="pb-4">
      <Groups {...props} idPrefix="narrow" />
    </div>
  </details>
)
