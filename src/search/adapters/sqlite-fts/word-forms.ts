import { folded } from '../../folded'
import type { Reader } from './reader'

/** A word as the index is asked for it. */
export type WordForms = {
  /** An FTS5 expression. Every word in it stands in quotation marks: nothing typed is ever an operator. */
  readonly match: string
  /** The same and the words it may be the beginning of; null where it is finished or has no endings. */
  readonly begun: string | null
  /** What the word may have been meant to be, where the index does not hold it as it stands. */
  readonly meant: string | null
}

const MOST_FORMS = 8
const MOST_ENDINGS = 20
const SHORTEST_BEGINNING = 2

/** A word that is held is the beginning of others only from this length: `art` is not meant as `article`. */
const SHORTEST_HELD_BEGINNING = 4

export const quoted = (text: string): string =>
  `"${text.replaceAll('"', ' ').replaceAll('\0', ' ')}"`

/** One expression of several, which must not be empty. */
export const anyOf = (expressions: readonly string[]): string =>
  expressions.length === 1 ? (expressions[0] ?? '') : `(${expressions.join(' OR ')})`

export const allOf = (expressions: readonly string[]): string =>
  expressions.length === 1 ? (expressions[0] ?? '') : `(${expressions.join(' AND ')})`

function heldForms({ vocabulary }: Reader, word: string, isOpen: boolean): WordForms {
  const match = quoted(word)
  if (!isOpen || word.length < SHORTEST_HELD_BEGINNING) return { match, begun: null, meant: null }
  const longer = vocabulary.endings(word, MOST_ENDINGS).filter((ending) => ending !== word)
  const begun = longer.length > 0 ? anyOf([match, ...longer.map(quoted)]) : null
  return { match, begun, meant: null }
}

/**
 * What to look for when somebody types `word`: the word and, by its stem, its kin. Only where the index holds neither,
 * its endings if the word is still `open`, else its parts if it has several, else its neighbours by spelling.
 */
export function wordForms(reader: Reader, word: string, isOpen: boolean): WordForms {
  const parts = folded(word).split(' ')
  const [only = ''] = parts
  if (parts.length > 1) {
    const together = quoted(word)
    const match = reader.isHeld(together) ? together : anyOf(parts.map(quoted))
    return { match, begun: null, meant: null }
  }
  if (reader.isHeld(quoted(only))) return heldForms(reader, only, isOpen)

  const near = reader.vocabulary.neighbours(only, MOST_FORMS)
  const isBegun = isOpen && only.length >= SHORTEST_BEGINNING
  const longer = isBegun ? reader.vocabulary.endings(only, MOST_ENDINGS) : []
  const forms = longer.length > 0 ? longer : near
  return {
    match: forms.length > 0 ? anyOf(forms.map(quoted)) : quoted(only),
    begun: null,
    meant: near[0] ?? null,
  }
}
