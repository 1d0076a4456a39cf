import { isEmailAddress, normaliseEmail } from '@/lib/email-address'
import type { Enquiry } from '@/payload-types'

export type EnquiryKind = Enquiry['kind']

/** What was typed, as it was typed. */
export type EnquiryWords = {
  readonly name: string
  readonly email: string
  readonly organisationName: string
  readonly message: string
}

export type EnquiryFaults = Partial<Record<keyof EnquiryWords, string>>

const MOST: Record<keyof EnquiryWords, number> = {
  name: 120,
  email: 254,
  organisationName: 200,
  message: 5000,
}

const NEEDED: Record<EnquiryKind, readonly (keyof EnquiryWords)[]> = {
  join: ['name', 'email', 'organisationName'],
  contact: ['name', 'email', 'message'],
  error: ['message'],
}

const MISSING: Record<keyof EnquiryWords, string> = {
  name: 'Tell us your name.',
  email: 'Give your e-mail address, so that we can answer.',
  organisationName: 'Tell us which organisation you work for.',
  message: 'Write what you would like to tell us.',
}

/** One line, without control characters: fit for the head of a mail. */
const oneLine = (text: string): string => text.replace(/[\p{C}\p{Z}]+/gu, ' ').trim()

/** The words as they are kept: names on one line, the message with line breaks alone. */
export const tidyWords = (words: EnquiryWords): EnquiryWords => ({
  name: oneLine(words.name),
  email: normaliseEmail(oneLine(words.email)),
  organisationName: oneLine(words.organisationName),
  message: words.message
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim(),
})

function faultOf(kind: EnquiryKind, words: EnquiryWords, field: keyof EnquiryWords): string | null {
  const text = words[field]
  if (text === '') return NEEDED[kind].includes(field) ? MISSING[field] : null
  if (text.length > MOST[field]) {
    return `That is too long: ${MOST[field].toLocaleString('en-GB')} characters are the most we can keep.`
  }
  if (field === 'email' && !isEmailAddress(text)) {
    return 'That does not look like an e-mail address. It should be like name@example.gov.uk.'
  }
  return null
}

/** What must be mended before tidied words can be kept, by field. Empty when nothing must. */
export function checkEnquiry(kind: EnquiryKind, words: EnquiryWords): EnquiryFaults {
  const fields = Object.keys(MISSING) as (keyof EnquiryWords)[]
  return Object.fromEntries(
    fields.flatMap((field) => {
      const fault = faultOf(kind, words, field)
      return fault ? [[field, fault]] : []
    }),
  )
}
