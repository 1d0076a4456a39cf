const shortDate = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
})

/** `24 Nov`, of a day such as `2026-11-24`. */
export const toShortDate = (day: string): string => shortDate.format(new Date(`${day}T00:00:00Z`))

/** `12%`, or `–` of nothing. */
export const toShare = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${Math.round((100 * part) / whole)}%`
