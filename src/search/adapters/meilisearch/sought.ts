import { contentWords } from '../../function-words'
import type { ParsedQuery } from '../../parse-query'
import { withoutMarks } from '../../snippet-runs'

/** What is looked for by word, in words that Meilisearch cannot take for operators. */
export type Sought = {
  readonly terms: readonly string[]
  /** True where the last term may be the beginning of a word. */
  readonly isOpen: boolean
  readonly phrases: readonly string[]
  /** True where the reader used quotation marks or operators, and so means every word of it. */
  readonly isExact: boolean
}

const plain = (typed: string): string =>
  withoutMarks(typed)
    .replace(/[\p{Cc}"]/gu, ' ')
    .replace(/(^|\s)-+/g, '$1')
    .trim()

/** As it stands: no slips, no beginnings. */
export const exactly = (typed: string): string => `"${plain(typed)}"`

/** A space after the last word tells that it is finished. */
export const inWords = (terms: readonly string[], isOpen: boolean): string =>
  terms.length === 0 ? '' : terms.join(' ') + (isOpen ? '' : ' ')

export function soughtIn(query: ParsedQuery): Sought {
  const words = contentWords(query.words)
  const { phrases, excluded, references, authors } = query
  return {
    terms: [...new Set(words.map(plain))].filter((word) => word !== ''),
    isOpen: query.isLastWordOpen && words.at(-1) === query.words.at(-1),
    phrases,
    isExact: [phrases, excluded, references, authors].some((list) => list.length > 0),
  }
}

/** The question put for whole matches: the words, or one phrase where there are none. */
export const wholeQuestion = ({ terms, isOpen, phrases: [phrase] }: Sought): string =>
  terms.length > 0 || phrase === undefined ? inWords(terms, isOpen) : exactly(phrase)
