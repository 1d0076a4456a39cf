import type { ParsedQuery } from '../../parse-query'
import { folded } from '../../folded'
import { contentWords } from '../../function-words'
import type { IndexFile } from './index-file'
import { COLUMN_WEIGHTS, type TableSet } from './tables'
import { quoted, type WordForms, wordForms } from './word-forms'

/** What a search has gathered in `temp.found`: a row a briefing, with its score (lower is better) and best passage. */
export type Found = {
  /** Words a briefing can hold of what was asked. */
  readonly wordCount: number
  /** The FTS5 expression that scored them; null where nothing was asked for by word. */
  readonly match: string | null
  readonly suggestion: string | null
}

/** With fewer briefings than this holding every word, those that hold some are shown too. */
const ENOUGH = 10

const AS_WRITTEN = '{title reference authors topics summary heading text}'
const WEIGHTS = Object.values(COLUMN_WEIGHTS).join(', ')

export function prepareFound(file: IndexFile): void {
  file.exec(`CREATE TEMP TABLE IF NOT EXISTS found (
    doc INTEGER PRIMARY KEY, score REAL NOT NULL, passage INTEGER, held INTEGER NOT NULL
  )`)
}

const docsHolding = (set: TableSet, table: string): string =>
  `SELECT p.doc FROM ${table} t JOIN ${set.passage} p ON p.rid = t.rowid WHERE ${table} MATCH ?`

function gatherAll(file: IndexFile, set: TableSet): void {
  file.exec(`INSERT INTO found SELECT rid, 0, NULL, 0 FROM ${set.doc}`)
}

function gatherMatching(file: IndexFile, set: TableSet, match: string): void {
  file.run(
    `WITH scored AS MATERIALIZED (
       SELECT p.doc AS doc, p.rid AS passage, bm25(${set.fts}, ${WEIGHTS}) AS score
       FROM ${set.fts} t JOIN ${set.passage} p ON p.rid = t.rowid WHERE ${set.fts} MATCH ?
     )
     INSERT INTO found SELECT doc, min(score), passage, 0 FROM scored GROUP BY doc`,
    [match],
  )
}

const keepOnly = (file: IndexFile, select: string, value: string): void => {
  file.run(`DELETE FROM found WHERE doc NOT IN (${select})`, [value])
}

/** Phrases, authors and references must be there, and what is excluded must not, whatever else is found. */
function applyConditions(file: IndexFile, set: TableSet, query: ParsedQuery): void {
  const written = docsHolding(set, set.words)
  for (const phrase of query.phrases) keepOnly(file, written, `${AS_WRITTEN} : ${quoted(phrase)}`)
  for (const author of query.authors) keepOnly(file, written, `authors : ${quoted(author)}`)
  for (const term of query.excluded) {
    file.run(`DELETE FROM found WHERE doc IN (${written})`, [`${AS_WRITTEN} : ${quoted(term)}`])
  }
  if (query.references.length > 0) {
    keepOnly(
      file,
      `SELECT rid FROM ${set.doc} WHERE reference_key IN (SELECT value FROM json_each(?))`,
      JSON.stringify(query.references.map(folded)),
    )
  }
}

function countWordsHeld(file: IndexFile, set: TableSet, forms: readonly WordForms[]): void {
  for (const { match } of forms) {
    file.run(`UPDATE found SET held = held + 1 WHERE doc IN (${docsHolding(set, set.fts)})`, [
      match,
    ])
  }
}

/** Leaves those that hold some words out, unless too few hold them all. */
function preferWhole(file: IndexFile, wordCount: number, enough: number): void {
  const [row] = file.rows('SELECT count(*) AS whole FROM found WHERE held >= ?', [wordCount])
  if (Number(row?.whole) >= enough) file.run('DELETE FROM found WHERE held < ?', [wordCount])
}

function suggestionFor(query: ParsedQuery, forms: ReadonlyMap<string, WordForms>): string | null {
  let changed = query.text
  for (const [word, { meant }] of forms) {
    if (meant !== null) changed = changed.replace(word, () => meant)
  }
  return changed === query.text ? null : changed
}

/**
 * Fills `temp.found` with the briefings a query finds, before any filter. Call it inside `reading`.
 *
 * A word may stand anywhere in a briefing for it to count as held; the order comes from the best single passage.
 * By date or title weak matches would come first, so there one briefing holding every word is enough.
 */
export function gatherFound(
  file: IndexFile,
  set: TableSet,
  query: ParsedQuery,
  isByRelevance: boolean,
): Found {
  file.exec('DELETE FROM found')
  const words = contentWords(query.words)
  const last = query.words.at(-1)
  const forms = new Map(
    words.map((word) => [word, wordForms(file, set, word, query.isLastWordOpen && word === last)]),
  )
  const sought = [...forms.values()]
  const match = [...sought.map((form) => form.match), ...query.phrases.map(quoted)].join(' OR ')
  if (match === '') gatherAll(file, set)
  else gatherMatching(file, set, match)
  applyConditions(file, set, query)
  countWordsHeld(file, set, sought)
  if (sought.length > 1) preferWhole(file, sought.length, isByRelevance ? ENOUGH : 1)
  return { wordCount: sought.length, match: match || null, suggestion: suggestionFor(query, forms) }
}
