import type { EngineSuggestion } from '../../search-answer'
import { folded } from '../../folded'
import type { IndexFile } from './index-file'
import type { TableSet } from './tables'
import { quoted } from './word-forms'

function subjects(file: IndexFile, set: TableSet, typed: string): EngineSuggestion[] {
  return file
    .rows(
      `SELECT DISTINCT field, value, label FROM ${set.facet}
       WHERE field IN ('topic', 'series') ORDER BY field DESC, label`,
    )
    .filter(({ label }) => ` ${folded(String(label))}`.includes(` ${typed}`))
    .map(({ field, value, label }) => ({
      kind: field === 'topic' ? 'topic' : 'series',
      slug: String(value),
      name: String(label),
    }))
}

function titles(file: IndexFile, set: TableSet, typed: string, limit: number): EngineSuggestion[] {
  const words = typed.split(' ').map(quoted).join(' AND ')
  return file
    .rows(
      `SELECT d.id FROM ${set.words} w JOIN ${set.passage} p ON p.rid = w.rowid
       JOIN ${set.doc} d ON d.rid = p.doc
       WHERE ${set.words} MATCH ? ORDER BY d.published_at DESC, d.id LIMIT ?`,
      [`title : (${words} *)`, limit],
    )
    .map(({ id }) => ({ kind: 'briefing', id: String(id) }))
}

/** Topics and series first, then titles that hold every word, the last of which may not be finished. */
export function suggestTitles(
  file: IndexFile,
  set: TableSet,
  typed: string,
  limit: number,
): EngineSuggestion[] {
  const wanted = folded(typed)
  if (wanted === '') return []
  const named = subjects(file, set, wanted).slice(0, Math.ceil(limit / 2))
  return [...named, ...titles(file, set, wanted, limit - named.length)]
}
