import { toIsoDate } from '@/lib/london-time'
import { facetValues } from '../../facet-values'
import { folded } from '../../folded'
import type { Passage, SearchDocument } from '../../search-document'
import { withoutMarks } from '../../snippet-runs'
import type { IndexFile } from './index-file'
import { referenceKey } from './reference-key'
import { COLUMNS, FRONT_COLUMNS, type TableSet } from './tables'

/** Stands between two texts of a column as a word nobody can type, so that no phrase reaches from one into the other. */
const BETWEEN = '\n\uE002\n'

const joined = (texts: readonly string[]): string =>
  texts
    .map(withoutMarks)
    .filter((text) => text !== '')
    .join(BETWEEN)

function insertDoc(file: IndexFile, set: TableSet, document: SearchDocument): number {
  const { publicPart: part } = document
  const facets = facetValues(part).map(({ facet, value, label }) => [facet, value, label])
  const [row] = file.rows(
    `INSERT INTO ${set.doc}
      (id, fingerprint, reference_key, title_key, published_at, published_on, facets)
     VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING rid`,
    [
      document.id,
      document.fingerprint,
      referenceKey(part.reference),
      folded(part.title),
      part.publishedAt,
      toIsoDate(part.publishedAt),
      JSON.stringify(facets),
    ],
  )
  return Number(row?.rid)
}

/** The passage that stands for the briefing itself: its summary, where no other holds what is searched. */
const front = ({ publicPart }: SearchDocument): Passage => ({
  heading: '',
  anchor: null,
  text: publicPart.summary,
})

function insertPassages(file: IndexFile, set: TableSet, doc: number, passages: readonly Passage[]) {
  for (const [place, { anchor, heading, text }] of passages.entries()) {
    file.run(
      `INSERT INTO ${set.passage} (doc, place, anchor, heading, text) VALUES (?, ?, ?, ?, ?)`,
      [doc, place, anchor, withoutMarks(heading), withoutMarks(text)],
    )
  }
}

/** What is searched of a briefing, in the order of the columns. */
function searched({ publicPart: part }: SearchDocument, passages: readonly Passage[]): string[] {
  return [
    withoutMarks(part.title),
    withoutMarks(`${part.reference} ${referenceKey(part.reference)}`),
    joined(part.authors),
    joined(part.topics.map(({ name }) => name)),
    joined(part.synonyms),
    withoutMarks(part.summary),
    joined([...new Set(passages.map(({ heading }) => heading))]),
    joined(passages.map(({ text }) => text)),
  ]
}

function insertRow(
  file: IndexFile,
  table: string,
  columns: string,
  doc: number,
  values: readonly string[],
): void {
  const places = values.map(() => '?').join(', ')
  file.run(`INSERT INTO ${table} (rowid, ${columns}) VALUES (?, ${places})`, [doc, ...values])
}

function putDocument(
  file: IndexFile,
  set: TableSet,
  document: SearchDocument,
  passages: readonly Passage[],
) {
  removeDocument(file, set, document.id)
  const doc = insertDoc(file, set, document)
  insertPassages(file, set, doc, [front(document), ...passages])
  const columns = searched(document, passages)
  insertRow(file, set.fts, COLUMNS, doc, columns)
  insertRow(file, set.words, COLUMNS, doc, columns)
  insertRow(file, set.front, FRONT_COLUMNS, doc, columns.slice(0, -1))
  insertRow(file, set.terms, 'text', doc, [columns.join('\n')])
}

/** Puts a document into one audience's tables: with its passages for members, without for the public. */
export const putForPublic = (file: IndexFile, set: TableSet, document: SearchDocument): void =>
  putDocument(file, set, document, [])

export const putForMembers = (file: IndexFile, set: TableSet, document: SearchDocument): void =>
  putDocument(file, set, document, document.passages)

export function removeDocument(file: IndexFile, set: TableSet, id: string): void {
  const [row] = file.rows(`SELECT rid FROM ${set.doc} WHERE id = ?`, [id])
  if (!row) return
  const doc = Number(row.rid)
  for (const table of [set.fts, set.front, set.words, set.terms]) {
    file.run(`DELETE FROM ${table} WHERE rowid = ?`, [doc])
  }
  file.run(`DELETE FROM ${set.passage} WHERE doc = ?`, [doc])
  file.run(`DELETE FROM ${set.doc} WHERE rid = ?`, [doc])
}
