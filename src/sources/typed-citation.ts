import type { Where } from 'payload'
import type { Source } from '@/payload-types'

/** What a list of sources shows of one, and what it is found by. */
export type CitableSource = Pick<Source, 'id' | 'title' | 'authors' | 'publisher' | 'year' | 'doi'>

export type TypedCitation = {
  /** All of them are to stand in the source. */
  readonly words: readonly string[]
  readonly page: string | null
}

const OPENING = '[@'
const LONGEST = 80

/** Where in a line, read up to the caret, an unfinished citation begins and what follows its `[@`; null where there is none. */
export function unfinishedCitation(line: string): { start: number; typed: string } | null {
  const start = line.lastIndexOf(OPENING)
  const typed = line.slice(start + OPENING.length)
  return start < 0 || typed.length > LONGEST || typed.includes(']') ? null : { start, typed }
}

// A lone “p” is the beginning of a page number: nobody looks for a source by one letter.
const PAGE =
  /(?:^|[\s,;]+)pp?(?:\.\s*|\s+|(?=\d)|$)([a-z]?\d+[a-z]{0,2}(?:\s*[,–-]\s*[a-z]?\d+[a-z]{0,2})*)?\s*$/i

/** `smith 2020, p. 12-14` as the words to look for and the page. */
export function readTypedCitation(typed: string): TypedCitation {
  const [ending, pages] = PAGE.exec(typed) ?? []
  const words = ending === undefined ? typed : typed.slice(0, -ending.length)
  return {
    words: words.split(/[\s,;]+/).filter(Boolean),
    page: pages ? pages.trim().replace(/\s*-\s*/g, '–') : null,
  }
}

/** `201` as the years 2010 to 2019: a year counts while it is being typed. */
function yearsBegunBy(word: string): { from: number; to: number } | null {
  if (!/^\d{1,4}$/.test(word)) return null
  const span = 10 ** (4 - word.length)
  return { from: Number(word) * span, to: (Number(word) + 1) * span - 1 }
}

const TEXTS = ['title', 'authors', 'publisher', 'doi'] as const

const isWordOf = (word: string): Where => {
  const years = yearsBegunBy(word)
  const ofYears = years
    ? [{ year: { greater_than_equal: years.from, less_than_equal: years.to } }]
    : []
  return { or: [...TEXTS.map((field) => ({ [field]: { contains: word } })), ...ofYears] }
}

/**
 * The sources in which the longest of the words stands: {@link hasWords} says which of them have all. The database
 * looks at one author at a time, and would find no source by the names of two.
 */
export function sourcesWith(words: readonly string[]): Where {
  const [longest] = words.toSorted((a, b) => b.length - a.length)
  return longest === undefined ? {} : isWordOf(longest)
}

/** Whether every word stands in a source: in the title, an author, the publisher, the DOI, or as the year. */
export const hasWords = (source: CitableSource, words: readonly string[]): boolean => {
  const { title, authors, publisher, doi, year } = source
  const texts = [title, ...(authors ?? []), publisher, doi].map((text) => text?.toLowerCase() ?? '')
  return words.every(
    (word) =>
      texts.some((text) => text.includes(word.toLowerCase())) ||
      String(year ?? '').startsWith(word),
  )
}

const familyName = (author: string): string => author.split(',')[0]?.trim() ?? author

const SHORT_TITLE = 40

function whose({ authors, publisher, title }: CitableSource): string {
  const [first, second, ...others] = (authors ?? []).map(familyName)
  if (first) {
    if (others.length > 0) return `${first} and others`
    return second ? `${first} and ${second}` : first
  }
  if (publisher) return publisher
  return title.length > SHORT_TITLE ? `${title.slice(0, SHORT_TITLE).trimEnd()}…` : title
}

/** A source in few words, as an officer knows it: `Smith and Jones 2020`. */
export const shortName = (source: CitableSource): string =>
  [whose(source), source.year].filter(Boolean).join(' ')
