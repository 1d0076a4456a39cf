import { toLongDate } from '@/lib/london-time'

export type RangeEnd = 'from' | 'to'

const OUTER_DAY: Readonly<Record<RangeEnd, string>> = { from: '-01-01', to: '-12-31' }

/** True for a range that begins with a year's first day, or ends with its last. */
export const isWholeYear = (day: string, end: RangeEnd): boolean => day.endsWith(OUTER_DAY[end])

/** The end of a range in words: a year where it begins or ends with one, else the day. */
export const endWords = (day: string, end: RangeEnd): string =>
  isWholeYear(day, end) ? day.slice(0, 4) : toLongDate(day)
