import { editDistance } from '@/lib/edit-distance'
import type { IndexFile } from './index-file'
import type { TableSet } from './tables'

type Term = { readonly term: string; readonly briefings: number }

/** The words an audience's index holds. Call it inside `reading`. */
export type Vocabulary = {
  /** Words that begin so, commonest first. */
  readonly endings: (beginning: string, most: number) => readonly string[]
  /** Words of the same first letter that differ by a slip or two, nearest first, then commonest. */
  readonly neighbours: (word: string, most: number) => readonly string[]
}

const HIGHEST = '\u{10FFFF}'
const MOST_LETTERS = 60

const slipsAllowed = (word: string): number => {
  if (/\d/.test(word)) return 0
  if (word.length >= 9) return 2
  return word.length >= 5 ? 1 : 0
}

const nearest =
  (slips: ReadonlyMap<string, number>) =>
  (a: Term, b: Term): number =>
    (slips.get(a.term) ?? 0) - (slips.get(b.term) ?? 0) ||
    b.briefings - a.briefings ||
    (a.term < b.term ? -1 : 1)

/**
 * Opens the dictionaries of a file. The words of a letter are counted once and remembered until something is written:
 * counting reads the whole list of each word's briefings.
 */
export function openVocabulary(file: IndexFile): (set: TableSet) => Vocabulary {
  const remembered = new Map<string, { stamp: string; terms: readonly Term[] }>()

  const between = (set: TableSet, low: string, high: string): Term[] =>
    file
      .rows(`SELECT term, doc FROM ${set.vocabulary} WHERE term >= ? AND term < ?`, [low, high])
      .map(({ term, doc }) => ({ term: String(term), briefings: Number(doc) }))

  function ofLetter(set: TableSet, letter: string): readonly Term[] {
    const key = `${set.vocabulary} ${letter}`
    const known = remembered.get(key)
    const stamp = file.stamp()
    if (known?.stamp === stamp) return known.terms
    if (remembered.size >= MOST_LETTERS) remembered.clear()
    const terms = between(set, letter, letter + HIGHEST)
    remembered.set(key, { stamp, terms })
    return terms
  }

  return (set) => ({
    endings: (beginning, most) =>
      between(set, beginning, beginning + HIGHEST)
        .sort((a, b) => b.briefings - a.briefings || (a.term < b.term ? -1 : 1))
        .slice(0, most)
        .map(({ term }) => term),
    neighbours: (word, most) => {
      const allowed = slipsAllowed(word)
      if (allowed === 0) return []
      const letter = String.fromCodePoint(word.codePointAt(0) ?? 0)
      const slips = new Map<string, number>()
      const near = ofLetter(set, letter).filter(({ term }) => {
        const distance = editDistance(word, term, allowed)
        if (distance <= allowed) slips.set(term, distance)
        return distance <= allowed
      })
      return near
        .sort(nearest(slips))
        .slice(0, most)
        .map(({ term }) => term)
    },
  })
}
