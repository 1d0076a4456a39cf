import type { Run } from './search-answer'

/** Frame what was found. Private-use characters, which `withoutMarks` keeps out of every text. */
export const MARK_START = '\uE000'
export const MARK_END = '\uE001'

/** Text with framed marks, as runs. */
export function snippetRuns(framed: string): Run[] {
  const runs: Run[] = []
  for (const [index, piece] of framed.split(MARK_START).entries()) {
    const [found = '', after = ''] = index === 0 ? ['', piece] : piece.split(MARK_END)
    if (found !== '') runs.push({ text: found, mark: true })
    if (after !== '') runs.push({ text: after })
  }
  return runs
}

/** Text as an index may hold it: none brings marks of its own. */
export const withoutMarks = (text: string): string => text.replace(/[\p{Co}\p{Cs}\u0000]/gu, '')
