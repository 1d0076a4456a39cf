import { counted, quotedSearch } from './counted'

export type SortLink = {
  readonly label: string
  readonly href: string
  readonly isChosen: boolean
}

type ResultLineProps = {
  readonly total: number
  readonly totalIsMinimum: boolean
  readonly text: string
  readonly sorts: readonly SortLink[]
  /** True while a newer answer is awaited, and has been for a while. */
  readonly isBusy: boolean
}

export const RESULTS_HEADING = 'results'

const Order = ({ sorts }: Pick<ResultLineProps, 'sorts'>) => (
  <nav aria-label="Order" className="text-sm print:hidden">
    <ul className="flex flex-wrap gap-x-4">
      {sorts.map(({ label, href, isChosen }) => (
        <li key={label}>
          <a
            href={href}
            data-place={`order ${label}`}
            aria-current={isChosen || undefined}
            className={`inline-block py-1 ${
              isChosen ? 'font-semibold text-ink no-underline' : 'plain-link'
            }`}
          >
            {label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

/** How many were found, and in which order they stand. */
export const ResultLine = ({ total, totalIsMinimum, text, sorts, isBusy }: ResultLineProps) => (
  <div className="mb-4 flex min-h-8 flex-wrap items-baseline justify-between gap-x-6 gap-y-2 font-sans text-ui">
    <h2 id={RESULTS_HEADING} tabIndex={-1} className="scroll-mt-6 font-semibold">
      {isBusy ? 'Searching…' : counted(total, totalIsMinimum)}
      {text && !isBusy ? (
        <span className="font-normal text-quiet"> for {quotedSearch(text)}</span>
      ) : null}
    </h2>
    {total > 1 ? <Order sorts={sorts} /> : null}
  </div>
)
