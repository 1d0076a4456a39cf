import { diffArrays, diffWordsWithSpace } from 'diff'
import type { DocumentLine } from './document-lines'

export type Part = { readonly text: string; readonly change: 'same' | 'added' | 'removed' }

/** A line of the older or the newer text, and what became of it. */
export type ComparedLine = {
  readonly kind: DocumentLine['kind']
  readonly change: 'same' | 'changed' | 'added' | 'removed'
  /** Together, without what is removed, the newer line; without what is added, the older. */
  readonly parts: readonly Part[]
}

/** Below this share of common words two lines are not one that was rewritten, but two. */
const ALIKE_FROM = 0.4
/** For one line. What takes longer is shown as taken out and put in. */
const MOST_MS = 200

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Dice's share of words in common, each counted as often as it occurs. */
function likeness(one: string, other: string): number {
  const [ones, others] = [wordsOf(one), wordsOf(other)]
  if (ones.length + others.length === 0) return 0
  const left = new Map<string, number>()
  for (const word of ones) left.set(word, (left.get(word) ?? 0) + 1)
  let common = 0
  for (const word of others) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    left.set(word, count - 1)
    common += 1
  }
  return (2 * common) / (ones.length + others.length)
}

const whole = (line: DocumentLine, change: 'same' | 'added' | 'removed'): ComparedLine => ({
  kind: line.kind,
  change,
  parts: [{ text: line.text, change }],
})

function rewritten(before: DocumentLine, after: DocumentLine): ComparedLine {
  const parts = diffWordsWithSpace(before.text, after.text, { timeout: MOST_MS })?.map(
    ({ value, added, removed }): Part => ({
      text: value,
      change: added ? 'added' : removed ? 'removed' : 'same',
    }),
  )
  return {
    kind: after.kind,
    change: 'changed',
    parts: parts ?? [
      { text: before.text, change: 'removed' },
      { text: after.text, change: 'added' },
    ],
  }
}

/** Lines that were taken out and put in at one place: those alike are one line that was rewritten. */
function pairUp(removed: readonly DocumentLine[], added: readonly DocumentLine[]): ComparedLine[] {
  const compared: ComparedLine[] = []
  let next = 0
  for (const before of removed) {
    const found = added.findIndex(
      (after, index) =>
        index >= next &&
        after.kind === before.kind &&
        likeness(before.text, after.text) >= ALIKE_FROM,
    )
    const after = added[found]
    if (!after) {
      compared.push(whole(before, 'removed'))
      continue
    }
    compared.push(...added.slice(next, found).map((line) => whole(line, 'added')))
    compared.push(rewritten(before, after))
    next = found + 1
  }
  return [...compared, ...added.slice(next).map((line) => whole(line, 'added'))]
}

const isSameLine = (one: DocumentLine, other: DocumentLine): boolean =>
  one.kind === other.kind && one.text === other.text

/**
 * Two texts compared line by line, and within lines word by word, in the order of the newer one.
 *
 * A line that was moved is shown as taken out and put in.
 */
export function compareLines(
  before: readonly DocumentLine[],
  after: readonly DocumentLine[],
): ComparedLine[] {
  const compared: ComparedLine[] = []
  let removed: DocumentLine[] = []
  let added: DocumentLine[] = []
  const settle = () => {
    compared.push(...pairUp(removed, added))
    removed = []
    added = []
  }
  const runs = diffArrays([...before], [...after], { comparator: isSameLine })
  for (const run of runs) {
    if (run.removed) removed.push(...run.value)
    else if (run.added) added.push(...run.value)
    else {
      settle()
      compared.push(...run.value.map((line) => whole(line, 'same')))
    }
  }
  settle()
  return compared
}
