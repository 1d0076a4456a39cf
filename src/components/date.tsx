import { toIsoDate, toLongDate } from '@/lib/london-time'

/** A day as London's calendar has it, for people and for machines. */
export const LongDate = ({ value }: { readonly value: Date | string }) => (
  <time dateTime={toIsoDate(value)} className="whitespace-nowrap">
    {toLongDate(value)}
  </time>
)
