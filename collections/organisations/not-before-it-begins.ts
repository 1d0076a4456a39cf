import type { DateFieldValidation } from 'payload'
import { date } from 'payload/shared'
import { londonDay } from '@/lib/london-time'

/** The last day of a membership is not before its first. */
export const notBeforeItBegins: DateFieldValidation = (value, options) => {
  const { membershipFrom } = options.siblingData as { membershipFrom?: string | Date | null }
  if (value && membershipFrom && londonDay(value) < londonDay(membershipFrom)) {
    return 'The membership would end before it begins.'
  }
  return date(value, options)
}
