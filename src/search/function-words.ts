import { folded } from './folded'

const FUNCTION_WORDS = new Set(
  `a about after all also an and any are as at be been before between but by can could did do does
  for from had has have how i if in into is it its may more most no not of on or our out over should
  so some such than that the their them then there these they this those to under up was we were
  what when where which while who why will with would you your`.split(/\s+/),
)

/** Words that hold a sentence together and say nothing of its subject. They find nothing, unless asked for alone. */
export const isFunctionWord = (word: string): boolean => FUNCTION_WORDS.has(word)

/** Those of `words` that say something of the subject, or all where none does. */
export const contentWords = (words: readonly string[]): readonly string[] => {
  const telling = words.filter((word) => !isFunctionWord(folded(word)))
  return telling.length > 0 ? telling : words
}
