import { editDistance } from '@/lib/edit-distance'
import { folded } from '../../folded'
import type { IndexFile } from './index-file'
import type { TableSet } from './tables'

/** A word as the index is asked for it. */
export type WordForms = {
  /** An FTS5 expression. Every word in it stands in quotation marks: nothing typed is ever an operator. */
  readonly match: string
  /** What the word may have been meant to be, where the index does not hold it as it stands. */
  readonly meant: string | null
}

const MOST_FORMS = 8
const MOST_ENDINGS = 40
const SHORTEST_BEGINNING = 2

export const quoted = (text: string): string =>
  `"${text.replaceAll('"', ' ').replaceAll('\0', ' ')}"`

const anyOf = (words: readonly string[]): string => `(${words.map(quoted).join(' OR ')})`

const isHeld = (file: IndexFile, table: string, match: string): boolean =>
  file.rows(`SELECT 1 FROM ${table} WHERE ${table} MATCH ? LIMIT 1`, [match]).length > 0

const HIGHEST = '\u{10FFFF}'

function endings(file: IndexFile, set: TableSet, beginning: string): string[] {
  return file
    .rows(
      `SELECT term FROM ${set.vocabulary} WHERE term >= ? AND term < ? ORDER BY doc DESC, term LIMIT ?`,
      [beginning, beginning + HIGHEST, MOST_ENDINGS],
    )
    .map(({ term }) => String(term))
}

const slipsAllowed = (word: string): number => {
  if (/\d/.test(word)) return 0
  if (word.length >= 9) return 2
  return word.length >= 5 ? 1 : 0
}

/** Words of the same first letter that differ by a slip or two, nearest first, then commonest. */
function neighbours(file: IndexFile, set: TableSet, word: string): string[] {
  const most = slipsAllowed(word)
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0)
  if (most === 0) return []
  return file
    .rows(
      `SELECT term, doc FROM ${set.vocabulary}
       WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ?`,
      [first, first + HIGHEST, word.length - most, word.length + most],
    )
    .map(({ term, doc }) => ({ term: String(term), count: Number(doc) }))
    .map(({ term, count }) => ({ term, count, slips: editDistance(word, term, most) }))
    .filter(({ slips }) => slips <= most)
    .sort((a, b) => a.slips - b.slips || b.count - a.count || (a.term < b.term ? -1 : 1))
    .slice(0, MOST_FORMS)
    .map(({ term }) => term)
}

/**
 * What to look for when somebody types `word`: the word and, by its stem, its kin. Only where the index holds neither,
 * its endings if the word is still `open`, else its parts if it has several, else its neighbours by spelling.
 */
export function wordForms(
  file: IndexFile,
  set: TableSet,
  word: string,
  isOpen: boolean,
): WordForms {
  const parts = folded(word).split(' ')
  const [only = ''] = parts
  if (parts.length > 1) {
    const together = quoted(word)
    return { match: isHeld(file, set.fts, together) ? together : anyOf(parts), meant: null }
  }
  if (isHeld(file, set.fts, quoted(only))) return { match: quoted(only), meant: null }

  const near = neighbours(file, set, only)
  const longer = isOpen && only.length >= SHORTEST_BEGINNING ? endings(file, set, only) : []
  const forms = longer.length > 0 ? longer : near
  return {
    match: forms.length > 0 ? anyOf(forms) : quoted(only),
    meant: near[0] ?? null,
  }
}
