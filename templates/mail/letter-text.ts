/** The text part of a letter: its paragraphs, then who wrote it. */
export const letterText = (paragraphs: readonly string[], postalAddress: string): string =>
  `${[...paragraphs, `-- \nSignpost\n${postalAddress}`].join('\n\n')}\n`
