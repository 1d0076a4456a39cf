import { folded } from '../../folded'
import type { EngineSuggestion } from '../../search-answer'
import type { HeldValue } from './held-docs'
import type { Reader } from './reader'
import { quoted } from './word-forms'

const inOrder = (a: HeldValue, b: HeldValue): number =>
  a.facet === b.facet ? (a.label < b.label ? -1 : 1) : a.facet === 'topic' ? -1 : 1

function subjects({ held }: Reader, typed: string): EngineSuggestion[] {
  const inUse = new Set([...held.docs.values()].flatMap(({ values }) => values))
  return held.values
    .filter(({ facet }, number) => inUse.has(number) && (facet === 'topic' || facet === 'series'))
    .filter(({ label }) => ` ${folded(label)}`.includes(` ${typed}`))
    .sort(inOrder)
    .map(({ facet, value, label }) => ({
      kind: facet === 'topic' ? 'topic' : 'series',
      slug: value,
      name: label,
    }))
}

function titles({ file, set }: Reader, typed: string, limit: number): EngineSuggestion[] {
  const words = typed.split(' ').map(quoted).join(' AND ')
  return file
    .rows(
      `SELECT d.id FROM ${set.words} w JOIN ${set.doc} d ON d.rid = w.rowid
       WHERE ${set.words} MATCH ? ORDER BY d.published_at DESC, d.id LIMIT ?`,
      [`title : (${words} *)`, limit],
    )
    .map(({ id }) => ({ kind: 'briefing', id: String(id) }))
}

/** Topics and series first, then titles that hold every word, the last of which may not be finished. */
export function suggestTitles(reader: Reader, typed: string, limit: number): EngineSuggestion[] {
  const wanted = folded(typed)
  if (wanted === '') return []
  const named = subjects(reader, wanted).slice(0, Math.ceil(limit / 2))
  return [...named, ...titles(reader, wanted, limit - named.length)]
}
