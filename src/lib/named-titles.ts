const NAMED = 3

/** The first three titles in their order, and the number of the others: “Five”, “Four”, “One” and 2 more. */
export function namedTitles(titles: readonly string[]): string {
  const named = titles
    .toSorted((one, other) => one.localeCompare(other, 'en-GB'))
    .slice(0, NAMED)
    .map((title) => `“${title}”`)
  const more = titles.length > NAMED ? ` and ${titles.length - NAMED} more` : ''
  return `${named.join(', ')}${more}`
}
