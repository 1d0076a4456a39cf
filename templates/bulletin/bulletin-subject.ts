import { isolated } from './isolate-text'

const LONGEST = 70

/** Of the two marks that keep a title from right to left in its place. */
const ISOLATES = 2

type Counted = { readonly title: string; readonly isUpdate: boolean }

function countWords(entries: readonly Counted[]): string {
  const updated = entries.filter(({ isUpdate }) => isUpdate).length
  const fresh = entries.length - updated
  if (entries.length === 1) return updated ? 'Updated briefing' : 'New briefing'
  if (fresh === 0) return `${updated} updated briefings`
  if (updated === 0) return `${fresh} new briefings`
  return `${fresh} new, ${updated} updated`
}

/** As much of `text` as fits, cut between words. */
function shorten(text: string, room: number): string {
  if (text.length <= room) return text
  const cut = text.slice(0, room - 1)
  const lastSpace = cut.lastIndexOf(' ')
  return `${(lastSpace > 0 ? cut.slice(0, lastSpace) : cut).replace(/[,:;–-]+$/, '')}…`
}

/** What the mail holds, in at most 70 characters: “3 new briefings: county lines, temporary…”. */
export function bulletinSubject(entries: readonly Counted[]): string {
  if (entries.length === 0) return 'Signpost Bulletin'
  const start = `${countWords(entries)}: `
  const titles = entries.map(({ title }) => title.replace(/\s+/g, ' ').trim()).join(', ')
  return start + isolated(shorten(titles, LONGEST - ISOLATES - start.length))
}
