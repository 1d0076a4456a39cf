const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u200f]/

/** Embeddings, overrides and isolates: what one piece of text could turn the next one round with. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g

const FIRST_STRONG_ISOLATE = '\u2068'
const POP_ISOLATE = '\u2069'

/**
 * Text from elsewhere, such as a title that quotes Arabic, so that it orders itself by its own first letter and leaves
 * the words beside it as they are (Unicode Standard Annex 9). What runs left to right stays untouched.
 */
export function isolated(text: string): string {
  const calm = text.replace(TURNS, '')
  return RIGHT_TO_LEFT.test(calm) ? FIRST_STRONG_ISOLATE + calm + POP_ISOLATE : calm
}
