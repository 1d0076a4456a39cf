const ZONE = 'Europe/London'

const longDate = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: ZONE })
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: ZONE })
const isoDate = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone: ZONE })

const asDate = (value: Date | string): Date => (value instanceof Date ? value : new Date(value))

/** `7 August 2018`, as the calendar stood in London. */
export const toLongDate = (value: Date | string): string => longDate.format(asDate(value))

/** `2018-08-07`, as the calendar stood in London. */
export const toIsoDate = (value: Date | string): string => isoDate.format(asDate(value))

/** `Tuesday 7 August 2018`. */
export const toDayAndDate = (value: Date | string): string =>
  `${weekday.format(asDate(value))} ${toLongDate(value)}`

const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: ZONE })

/** `10:42:31`, as the clocks stood in London. */
export const toClock = (value: Date | string): string => clock.format(asDate(value))

const DAY = 24 * 60 * 60 * 1000

/** Which day it was in London, counted in days, so that days can be compared and added to. NaN for what is no moment. */
export const londonDay = (value: Date | string): number => {
  const at = asDate(value)
  return Number.isNaN(at.getTime()) ? NaN : Date.parse(toIsoDate(at)) / DAY
}

/** The moment by which a whole day is stored: midnight in UTC of the day it was in London. */
export const toStoredDay = (value: Date | string): string =>
  new Date(londonDay(value) * DAY).toISOString()
