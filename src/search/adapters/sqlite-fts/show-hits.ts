import type { EngineHit } from '../../search-answer'
import { SOURCES_ANCHOR } from '../../search-document'
import { MARK_END, MARK_START, snippetRuns } from '../../snippet-runs'
import type { HeldDoc } from './held-docs'
import type { IndexFile, Row } from './index-file'
import type { Reader } from './reader'

const SNIPPET_WORDS = 32
const FRAME = `'${MARK_START}', '${MARK_END}'`

/** The passages of the shown briefings, made for the moment: marking them costs alike in archives of any size. */
export function prepareShown(file: IndexFile): void {
  file.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.shown USING fts5 (
    heading, text, tokenize = 'porter unicode61 remove_diacritics 2'
  )`)
}

const rowNumbers = (docs: readonly HeldDoc[]): string => JSON.stringify(docs.map(({ rid }) => rid))

/** What a reader would rather see: a list of titles only where no text speaks, the front, place 0, where neither does. */
const rankOf = ({ place, anchor }: Row): number => {
  if (place === 0) return 2
  return anchor === SOURCES_ANCHOR ? 1 : 0
}

const isBetter = (row: Row, than: Row | undefined): boolean => {
  if (!than) return true
  return (
    rankOf(row) - rankOf(than) < 0 ||
    (rankOf(row) === rankOf(than) && Number(row.score) < Number(than.score))
  )
}

/** The passage of each briefing that answers best, by row number of the briefing. */
function bestPassages({ file, set }: Reader, match: string): Map<number, Row> {
  const best = new Map<number, Row>()
  const rows = file.rows(
    `SELECT p.rid, p.doc, p.place, p.anchor, p.heading, bm25(shown, 2, 1) AS score
     FROM temp.shown s JOIN ${set.passage} p ON p.rid = s.rowid
     WHERE shown MATCH ? ORDER BY p.rid`,
    [match],
  )
  for (const row of rows) {
    if (isBetter(row, best.get(Number(row.doc)))) best.set(Number(row.doc), row)
  }
  return best
}

/** The text of those passages with what was found framed: a summary in full, of others the telling stretch. */
function framedTexts(file: IndexFile, match: string, passages: readonly Row[]) {
  const rows = file.rows(
    `SELECT rowid, snippet(shown, 1, ${FRAME}, '…', ${SNIPPET_WORDS}) AS stretch,
       highlight(shown, 1, ${FRAME}) AS whole
     FROM temp.shown WHERE shown MATCH ? AND rowid IN (SELECT value FROM json_each(?))`,
    [match, JSON.stringify(passages.map(({ rid }) => rid))],
  )
  return new Map(rows.map((row) => [row.rowid, row]))
}

function plainHits({ file, set }: Reader, docs: readonly HeldDoc[]): Map<number, EngineHit> {
  const rows = file.rows(
    `SELECT doc, text FROM ${set.passage}
     WHERE doc IN (SELECT value FROM json_each(?)) AND place = 0`,
    [rowNumbers(docs)],
  )
  const summaries = new Map(rows.map(({ doc, text }) => [doc, String(text)]))
  return new Map(
    docs.map(({ rid, id }) => [
      rid,
      { id, snippet: snippetRuns(summaries.get(rid) ?? ''), anchor: null },
    ]),
  )
}

function framedHit(plain: EngineHit, passage: Row, framed: Row | undefined): EngineHit {
  if (passage.place === 0) return { ...plain, snippet: snippetRuns(String(framed?.whole ?? '')) }
  const place = passage.anchor
    ? { anchor: `#${passage.anchor}`, heading: String(passage.heading) }
    : {}
  const stretch = String(framed?.stretch ?? '')
  return { ...plain, ...place, ...(stretch !== '' && { snippet: snippetRuns(stretch) }) }
}

/**
 * Briefings as they are shown: a stretch of the best passage with what was found marked, and the heading it stands
 * under; the summary where no passage holds a word. Call it inside `reading`, once.
 */
export function showHits(
  reader: Reader,
  docs: readonly HeldDoc[],
  match: string | null,
): EngineHit[] {
  const { file, set } = reader
  const plain = plainHits(reader, docs)
  const best = new Map<number, Row>()
  let framed = new Map<Row[string] | undefined, Row>()
  if (match !== null && docs.length > 0) {
    file.run(
      `INSERT INTO temp.shown (rowid, heading, text)
       SELECT rid, heading, text FROM ${set.passage} WHERE doc IN (SELECT value FROM json_each(?))`,
      [rowNumbers(docs)],
    )
    for (const [doc, row] of bestPassages(reader, match)) best.set(doc, row)
    framed = framedTexts(file, match, [...best.values()])
  }
  return docs.flatMap(({ rid }) => {
    const hit = plain.get(rid)
    const passage = best.get(rid)
    if (!hit) return []
    return [passage ? framedHit(hit, passage, framed.get(passage.rid)) : hit]
  })
}
