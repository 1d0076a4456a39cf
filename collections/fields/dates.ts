import type { DateField, FieldHook } from 'payload'
import { toStoredDay } from '@/lib/london-time'

type DateSettings = NonNullable<NonNullable<DateField['admin']>['date']>

/** The picker tries each of these on what is typed. It shows the first, and refuses what fits none. */
const typed = (formats: readonly string[]) =>
  ({ dateFormat: [...formats], calendarStartDay: 1 }) as DateSettings['overrides']

const DAYS = ['d MMMM yyyy', 'd/M/yyyy', 'd.M.yyyy', 'yyyy-MM-dd']

/** A day without a time, such as `4 March 2027`. Numbers are read as they are in Britain, the day first. */
export const AS_A_DAY: DateSettings = {
  pickerAppearance: 'dayOnly',
  displayFormat: 'd MMMM yyyy',
  overrides: typed(DAYS),
}

/** What to say below a day that people type. */
export const LIKE_THIS = 'Such as 4 March 2027 or 04/03/2027.'

/** A day and a time by the 24-hour clock, such as `4 March 2027, 09:30`. */
export const AS_A_TIME: DateSettings = {
  pickerAppearance: 'dayAndTime',
  displayFormat: 'd MMMM yyyy, HH:mm',
  timeFormat: 'HH:mm',
  overrides: typed(DAYS.flatMap((day) => [`${day}, HH:mm`, `${day} HH:mm`, day])),
}

const isMoment = (value: unknown): value is string | Date =>
  (typeof value === 'string' || value instanceof Date) && !Number.isNaN(new Date(value).getTime())

/**
 * Keeps of a moment the day alone, as the calendar stands in London: the picker hands over noon of the day that was picked.
 *
 * A day that is not another keeps the moment it was stored by, so that nothing seems to have changed.
 */
export const cutToTheDay: FieldHook = ({ value, previousValue }) => {
  if (!isMoment(value)) return value as unknown
  const day = toStoredDay(value)
  return isMoment(previousValue) && toStoredDay(previousValue) === day ? previousValue : day
}
