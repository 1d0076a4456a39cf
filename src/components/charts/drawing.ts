/** Units of the drawing. It is shown from 288 to 448 pixels wide, so that its words stay between 12 and 18 pixels. */
export const CHART_WIDTH = 340

export const FONT = { fontSize: 14, fill: 'currentColor' } as const

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
