import { folded } from '../../folded'
import type { Run } from '../../search-answer'
import { MARK_END, MARK_START, snippetRuns } from '../../snippet-runs'
import { isSameRoot, slipsBetween } from './slips'
import type { Sought } from './sought'

export const SNIPPET_WORDS = 32
export const ELLIPSIS = '…'

type Word = { readonly start: number; readonly end: number; readonly term: number }

const WORD = /[\p{L}\p{N}]+/gu

const isMeant = (word: string, term: string, isBeginning: boolean): boolean =>
  word === term ||
  (isBeginning && word.startsWith(term)) ||
  isSameRoot(word, term) ||
  slipsBetween(term, word) !== null

/** Every word of a text, with the term it was found by, or -1. */
function wordsOf(text: string, { terms, isOpen, phrases }: Sought): Word[] {
  const parts = [...terms, ...phrases].flatMap((term) => folded(term).split(' '))
  const last = isOpen
    ? folded(terms.at(-1) ?? '')
        .split(' ')
        .at(-1)
    : undefined
  const known = new Map<string, number>()
  const termOf = (word: string): number => {
    const found = known.get(word) ?? parts.findIndex((part) => isMeant(word, part, part === last))
    known.set(word, found)
    return found
  }
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    term: termOf(folded(word)),
  }))
}

/** Where the stretch begins that holds the most different terms, then the most words found. */
function bestStart(words: readonly Word[]): number {
  let best = { start: 0, score: 0 }
  for (const [start, word] of words.entries()) {
    if (word.term < 0) continue
    const found = words.slice(start, start + SNIPPET_WORDS).filter(({ term }) => term >= 0)
    const score = new Set(found.map(({ term }) => term)).size * SNIPPET_WORDS + found.length
    if (score > best.score) best = { start, score }
  }
  return Math.max(0, Math.min(best.start - SNIPPET_WORDS / 8, words.length - SNIPPET_WORDS))
}

/** The stretch of a text that shows best what was looked for, or null where nothing of it is there. */
export function cutSnippet(text: string, sought: Sought): Run[] | null {
  const words = wordsOf(text, sought)
  if (words.every(({ term }) => term < 0)) return null
  const from = bestStart(words)
  const shown = words.slice(from, from + SNIPPET_WORDS)
  const isCutBefore = from > 0
  const isCutAfter = from + SNIPPET_WORDS < words.length
  let at = isCutBefore ? (shown[0]?.start ?? 0) : 0
  let framed = isCutBefore ? ELLIPSIS : ''
  for (const { start, end, term } of shown) {
    if (term < 0) continue
    framed += text.slice(at, start) + MARK_START + text.slice(start, end) + MARK_END
    at = end
  }
  framed += isCutAfter ? text.slice(at, shown.at(-1)?.end) + ELLIPSIS : text.slice(at)
  return snippetRuns(framed)
}
