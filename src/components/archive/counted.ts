/** How many briefings were found, in words. */
export function counted(total: number, totalIsMinimum: boolean): string {
  if (totalIsMinimum) return `More than ${total.toLocaleString('en-GB')} briefings`
  if (total === 0) return 'No briefings'
  return total === 1 ? '1 briefing' : `${total.toLocaleString('en-GB')} briefings`
}

/** What was typed between quotation marks; or as it stands, where it brings marks of its own. */
export const quotedSearch = (text: string): string =>
  text.includes('"') ? text.replace(/"([^"]*)"/g, '“$1”') : `“${text}”`
