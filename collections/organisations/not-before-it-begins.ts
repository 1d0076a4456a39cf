import type { DateFieldValidation } from 'payload'
import { date } from 'payload/shared'

/** The last day of a membership is not before its first. */
export const notBeforeItBegins: DateFieldValidation = (value, options) => {
  const { membershipFrom } = options.siblingData as { membershipFrom?: string | Date | null }
  const ends = value ? new Date(value).getTime() : NaN
  if (membershipFrom && ends < new Date(membershipFrom).getTime()) {
    return 'The membership would end before it begins.'
  }
  return date(value, options)
}
