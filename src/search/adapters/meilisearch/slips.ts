import { editDistance } from '@/lib/edit-distance'

/** Slips of spelling that are forgiven in a word: as many as `index-settings.ts` lets Meilisearch forgive. */
export function slipsAllowed(word: string): number {
  if (/\d/.test(word)) return 0
  if (word.length >= 11) return 2
  return word.length >= 5 ? 1 : 0
}

const root = (word: string): string =>
  word.length > 4 ? word.replace(/(?:ies|es|s|ed|ing|ly|y)$/, '') : word

/** Two forms of one word, such as its plural. Rough: English endings alone. */
export const isSameRoot = (one: string, other: string): boolean => root(one) === root(other)

/** Slips between two folded words, or null where they are not one word misspelt. */
export function slipsBetween(typed: string, held: string): number | null {
  const most = slipsAllowed(typed)
  const slips = editDistance(typed, held, most)
  return slips <= most ? slips : null
}
