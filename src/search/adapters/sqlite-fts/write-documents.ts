import { toIsoDate } from '@/lib/london-time'
import { facetValues } from '../../facet-values'
import type { Passage, SearchDocument } from '../../search-document'
import { folded } from '../../folded'
import { withoutMarks } from '../../snippet-runs'
import type { IndexFile } from './index-file'
import { COLUMNS, type TableSet } from './tables'

const lines = (values: readonly string[]): string => withoutMarks(values.join('\n'))

function insertDoc(file: IndexFile, set: TableSet, document: SearchDocument): number {
  const { publicPart: part } = document
  const [row] = file.rows(
    `INSERT INTO ${set.doc} (id, fingerprint, title, reference, authors, topics, synonyms, summary,
      reference_key, title_key, published_at, published_on)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING rid`,
    [
      document.id,
      document.fingerprint,
      withoutMarks(part.title),
      withoutMarks(part.reference),
      lines(part.authors),
      lines(part.topics.map(({ name }) => name)),
      lines(part.synonyms),
      withoutMarks(part.summary),
      folded(part.reference),
      folded(part.title),
      part.publishedAt,
      toIsoDate(part.publishedAt),
    ],
  )
  return Number(row?.rid)
}

function insertPassage(file: IndexFile, set: TableSet, doc: number, passage: Passage): number {
  const [row] = file.rows(
    `INSERT INTO ${set.passage} (doc, anchor, heading, text) VALUES (?, ?, ?, ?) RETURNING rid`,
    [doc, passage.anchor, withoutMarks(passage.heading), withoutMarks(passage.text)],
  )
  return Number(row?.rid)
}

/** Stands for the briefing itself: its title and summary, where no passage holds what is searched. */
const FRONT: Passage = { heading: '', anchor: null, text: '' }

/** The front's row holds the briefing's own columns as written; the others hold theirs alone. */
function insertWords(file: IndexFile, set: TableSet, rid: number, isFront: boolean): void {
  const own = isFront
    ? 'title, reference, authors, topics, synonyms, summary'
    : "'', '', '', '', '', ''"
  file.run(
    `INSERT INTO ${set.words} (rowid, ${COLUMNS})
     SELECT rid, ${own}, heading, text FROM ${set.searched} WHERE rid = ?`,
    [rid],
  )
}

function putDocument(
  file: IndexFile,
  set: TableSet,
  document: SearchDocument,
  passages: readonly Passage[],
) {
  removeDocument(file, set, document.id)
  const doc = insertDoc(file, set, document)
  for (const passage of [FRONT, ...passages]) {
    const rid = insertPassage(file, set, doc, passage)
    insertWords(file, set, rid, passage === FRONT)
  }
  file.run(
    `INSERT INTO ${set.fts} (rowid, ${COLUMNS})
     SELECT rid, ${COLUMNS} FROM ${set.searched} WHERE doc = ?`,
    [doc],
  )
  for (const { facet, value, label } of facetValues(document.publicPart)) {
    file.run(`INSERT OR IGNORE INTO ${set.facet} VALUES (?, ?, ?, ?)`, [doc, facet, value, label])
  }
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
  file.run(
    `INSERT INTO ${set.fts} (${set.fts}, rowid, ${COLUMNS})
     SELECT 'delete', rid, ${COLUMNS} FROM ${set.searched} WHERE doc = ?`,
    [doc],
  )
  file.run(
    `DELETE FROM ${set.words} WHERE rowid IN (SELECT rid FROM ${set.passage} WHERE doc = ?)`,
    [doc],
  )
  for (const table of [set.facet, set.passage]) {
    file.run(`DELETE FROM ${table} WHERE doc = ?`, [doc])
  }
  file.run(`DELETE FROM ${set.doc} WHERE rid = ?`, [doc])
}
