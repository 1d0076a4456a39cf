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
}

const counted = (total: number, totalIsMinimum: boolean): string => {
  if (totalIsMinimum) return `More than ${total.toLocaleString('en-GB')} briefings`
  if (total === 0) return 'No briefings'
  return total === 1 ? '1 briefing' : `${total.toLocaleString('en-GB')} briefings`
}

/** How many were found, and in which order they stand. */
export const ResultLine = ({ total, totalIsMinimum, text, sorts }: ResultLineProps) => (
  <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2 font-sans text-ui">
    <h2 className="font-semibold">
      {counted(total, totalIsMinimum)}
      {text ? <span className="font-normal text-quiet"> for “{text}”</span> : null}
    </h2>
    {total > 1 ? (
      <nav aria-label="Order" className="text-sm">
        <ul className="flex flex-wrap gap-x-4">
          {sorts.map(({ label, href, isChosen }) => (
            <li key={label}>
              <a
                href={href}
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
    ) : null}
  </div>
)
