/** Units of the drawing. It is shown from 275 to 456 pixels wide, so that its words stay between 12 and 20 pixels. */
export const CHART_WIDTH = 340

export const FONT = { fontSize: 15, fill: 'currentColor' } as const

/** A letter of the page’s face, at its widest on average. */
export const LETTER = 8

/** From one line of words to the next. */
export const LINE = 19

/** As many letters as a line of that width holds. */
export const lettersIn = (width: number): number => Math.floor(width / LETTER)

/** Apart in lightness too, for print and for those who see colours otherwise. */
export const TONES = [
  'var(--color-accent)',
  'var(--color-edge)',
  'var(--color-ink)',
  'var(--color-quiet)',
] as const

/** Of lines: told apart without colour. */
export const DASHES = [undefined, '6 4', '2 3', '10 3 2 3'] as const

/** Words in lines of at most `most` letters; a longer word has a line of its own. */
export function inLines(text: string, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim()
    if (lines.length > 0 && longer.length <= most) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
