import { Button } from '../button'
import type { Kept } from './archive-view'
import { KeptFields } from './kept-fields'

export type Preset = { readonly label: string; readonly href: string; readonly isChosen: boolean }

export type DateRangeProps = {
  /** Whole years where the range begins or ends with one, else empty. */
  readonly years: { readonly from: string; readonly to: string }
  /** `YYYY-MM-DD` where the range begins or ends within a year, else empty. */
  readonly days: { readonly from: string; readonly to: string }
  /** True where those days were set one by one. */
  readonly isExact: boolean
  readonly presets: readonly Preset[]
  /** The rest of the search, which stays as it is. */
  readonly kept: Kept
}

type EndProps = {
  readonly id: string
  readonly name: 'from' | 'to'
  readonly label: string
  readonly value: string
}

const FIELD = 'min-h-[40px] w-full min-w-0 rounded-sm border border-edge bg-raised px-2 text-ink'

const Year = ({ id, name, label, value }: EndProps) => (
  <div className="min-w-0 grow">
    <label htmlFor={id} className="mb-0.5 block">
      {label}
    </label>
    <input
      key={value}
      id={id}
      name={name}
      inputMode="numeric"
      pattern="[12][0-9]{3}"
      maxLength={4}
      title="A year in four digits"
      defaultValue={value}
      className={FIELD}
    />
  </div>
)

const DayField = ({ id, name, label, value }: EndProps) => (
  <div>
    <label htmlFor={id} className="mb-0.5 block">
      {label}
    </label>
    <input key={value} id={id} name={name} type="date" defaultValue={value} className={FIELD} />
  </div>
)

const Presets = ({ presets }: Pick<DateRangeProps, 'presets'>) => (
  <ul className="mb-3 flex flex-wrap gap-1.5">
    {presets.map(({ label, href, isChosen }) => (
      <li key={label}>
        <a
          href={href}
          rel="nofollow"
          aria-current={isChosen || undefined}
          className={`inline-flex min-h-[32px] items-center rounded-sm border px-1.5 no-underline hover:underline ${
            isChosen ? 'border-accent bg-tint font-semibold text-accent' : 'border-edge text-ink'
          }`}
        >
          {label}
        </a>
      </li>
    ))}
  </ul>
)

/** When the results were published: a span that many ask for, whole years, or exact days. */
export const DateRange = ({
  years,
  days,
  isExact,
  presets,
  kept,
  idPrefix,
}: DateRangeProps & { readonly idPrefix: string }) => (
  <section className="border-t border-rule py-4">
    <h3 className="mb-2 font-semibold">Published</h3>
    <Presets presets={presets} />
    <form action="/briefings">
      <fieldset className="flex items-end gap-2">
        <legend className="sr-only">Published in the years</legend>
        <Year id={`${idPrefix}-from-year`} name="from" label="From year" value={years.from} />
        <Year id={`${idPrefix}-to-year`} name="to" label="To year" value={years.to} />
        <KeptFields kept={kept} />
        <Button kind="quiet" className="min-h-[40px]">
          Set<span className="sr-only"> the years</span>
        </Button>
      </fieldset>
    </form>
    <details className="mt-2" open={isExact}>
      <summary className="flex min-h-[32px] items-center font-semibold text-accent">
        Exact days
      </summary>
      <form action="/briefings">
        <fieldset className="space-y-2">
          <legend className="sr-only">Published between the days</legend>
          <DayField id={`${idPrefix}-from`} name="from" label="From day" value={days.from} />
          <DayField id={`${idPrefix}-to`} name="to" label="To day" value={days.to} />
          <KeptFields kept={kept} />
          <Button kind="quiet">
            Set<span className="sr-only"> the days</span>
          </Button>
        </fieldset>
      </form>
    </details>
  </section>
)
