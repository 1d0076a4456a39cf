/** How easily a text reads, by its shape alone. */
export type ReadingEase = {
  readonly words: number
  readonly sentences: number
  readonly wordsASentence: number
  /** Flesch’s reading ease: 0 is very hard, 100 very easy. Not rounded, and not cut off at either end. */
  readonly score: number
}

const SENTENCE_ENDS = /(?<=[.!?…]["'”’)]?)\s+(?=["'“‘(]?[\p{Lu}\d])|\n+/u

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []

const A_PAUSE_THAT_IS_NO_END = /\b(e\.g|i\.e|etc|vs|cf|no|pp|p|Dr|Mr|Mrs|Ms|Prof|St|Fig)\./g

/**
 * An estimate of the syllables of an English word: groups of vowels, less a silent ending. Wrong for one word in ten or
 * so, in both directions; over a page that evens out. A number counts as one.
 */
export function syllablesIn(word: string): number {
  const bare = word.toLowerCase().replace(/[^a-z]/g, '')
  if (bare.length <= 3) return 1
  const spoken = bare
    .replace(/(?:[^laeiouy]es|[^laeiouydt]ed|[^laeiouy]e)$/, (ending) => ending.charAt(0))
    .replace(/^y/, '')
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 1)
}

/**
 * The reading ease of an English text after R. Flesch (1948):
 * 206.835 − 1.015 × words a sentence − 84.6 × syllables a word.
 *
 * It knows nothing of sense: long names lower it, and a row of short words without meaning has a fine score. Lines that
 * end without a full stop, such as headings and list items, count as sentences. Null for a text without words.
 */
export function readingEaseOf(text: string): ReadingEase | null {
  const sentences = text
    .replace(A_PAUSE_THAT_IS_NO_END, '$1')
    .split(SENTENCE_ENDS)
    .filter((sentence) => wordsIn(sentence).length > 0).length
  const words = wordsIn(text)
  if (words.length === 0 || sentences === 0) return null
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0)
  const wordsASentence = words.length / sentences
  const score = 206.835 - 1.015 * wordsASentence - 84.6 * (syllables / words.length)
  return { words: words.length, sentences, wordsASentence, score }
}
