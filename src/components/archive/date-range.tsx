import { Button } from '../button'

export type DateRangeProps = {
  /** `YYYY-MM-DD`, or null where it is open. */
  readonly from: string | null
  readonly to: string | null
  /** The rest of the search, which stays as it is. */
  readonly kept: readonly (readonly [name: string, value: string])[]
  readonly idPrefix: string
}

type DayProps = {
  readonly id: string
  readonly name: 'from' | 'to'
  readonly label: string
  readonly value: string | null
}

const Day = ({ id, name, label, value }: DayProps) => (
  <div>
    <label htmlFor={id} className="mb-0.5 block">
      {label}
    </label>
    <input
      id={id}
      name={name}
      type="date"
      defaultValue={value ?? ''}
      className="min-h-[40px] w-full rounded-sm border border-edge bg-raised px-2 text-ink"
    />
  </div>
)

export const DateRange = ({ from, to, kept, idPrefix }: DateRangeProps) => (
  <form action="/briefings" className="border-t border-rule py-4">
    <fieldset className="space-y-2">
      <legend className="mb-1 font-semibold">Published between</legend>
      <Day id={`${idPrefix}-from`} name="from" label="From" value={from} />
      <Day id={`${idPrefix}-to`} name="to" label="To" value={to} />
      {kept.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <Button kind="quiet">Set the dates</Button>
    </fieldset>
  </form>
)
