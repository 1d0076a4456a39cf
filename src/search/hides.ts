import { folded } from './folded'

/** True where one of the words never suggested stands in `label` as a whole word, capitals and accents aside. */
export function hides(hidden: readonly string[], label: string): boolean {
  if (hidden.length === 0) return false
  const held = ` ${folded(label)} `
  return hidden.some((word) => held.includes(` ${folded(word)} `))
}
