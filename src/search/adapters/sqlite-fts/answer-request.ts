import type { EngineAnswer, EngineHit } from '../../search-answer'
import { MOST_COUNTED, type SearchRequest, type Sort } from '../../search-request'
import { countFacets } from './count-facets'
import { type Found, gatherFound } from './gather-found'
import type { IndexFile, Row } from './index-file'
import { narrowing } from './narrowing'
import { MARK_END, MARK_START, snippetRuns } from '../../snippet-runs'
import { COLUMNS, type TableSet } from './tables'

const SNIPPET_WORDS = 32

/** Longer questions find little as a whole: there the score alone decides, not whether every word is held. */
const SHORT_QUESTION = 5

const NEWEST = 'd.published_at DESC, d.id'

function orderBy(sort: Sort, found: Found, hasMatch: boolean): string {
  if (sort === 'title') return 'd.title_key, d.id'
  if (sort === 'oldest') return 'd.published_at, d.id'
  if (sort === 'newest' || !hasMatch) return NEWEST
  const wholeFirst = found.wordCount <= SHORT_QUESTION ? 'found.held DESC, ' : ''
  return `${wholeFirst}found.score, ${NEWEST}`
}

const columnIndex = (name: string): number => COLUMNS.split(', ').indexOf(name)

/** The best passage of a briefing with what was found in it framed. Reads the marks from the query that found it. */
function framed(file: IndexFile, set: TableSet, match: string, passage: number): Row | undefined {
  const frame = `'${MARK_START}', '${MARK_END}'`
  const [row] = file.rows(
    `SELECT snippet(${set.fts}, ${columnIndex('text')}, ${frame}, '…', ${SNIPPET_WORDS}) AS text,
       highlight(${set.fts}, ${columnIndex('summary')}, ${frame}) AS summary
     FROM ${set.fts} WHERE ${set.fts} MATCH ? AND rowid = ?`,
    [match, passage],
  )
  return row
}

function toHit(file: IndexFile, set: TableSet, match: string | null, row: Row): EngineHit {
  const plain: EngineHit = {
    id: String(row.id),
    snippet: snippetRuns(String(row.summary)),
    anchor: null,
  }
  if (match === null || row.passage === null) return plain
  const found = framed(file, set, match, Number(row.passage))
  const text = String(found?.text ?? '')
  if (!text.includes(MARK_START)) {
    return { ...plain, snippet: snippetRuns(String(found?.summary ?? row.summary)) }
  }
  const place = row.anchor ? { anchor: `#${row.anchor}`, heading: String(row.heading) } : {}
  return { ...plain, snippet: snippetRuns(text), ...place }
}

function hitsOf(file: IndexFile, set: TableSet, request: SearchRequest, found: Found): EngineHit[] {
  const { sql, values } = narrowing(set, request)
  const order = orderBy(request.sort, found, found.match !== null)
  const offset = (request.page - 1) * request.pageSize
  const reachable = Math.max(0, Math.min(request.pageSize, MOST_COUNTED - offset))
  return file
    .rows(
      `SELECT d.id, d.summary, found.passage, p.anchor, p.heading
       FROM found JOIN ${set.doc} d ON d.rid = found.doc
       LEFT JOIN ${set.passage} p ON p.rid = found.passage
       WHERE ${sql} ORDER BY ${order} LIMIT ${reachable} OFFSET ${offset}`,
      values,
    )
    .map((row) => toHit(file, set, found.match, row))
}

/** Answers a request from one audience's tables. Call it inside `reading`. */
export function answerRequest(
  file: IndexFile,
  set: TableSet,
  request: SearchRequest,
): EngineAnswer {
  const found = gatherFound(file, set, request.query, request.sort === 'relevance')
  const { sql, values } = narrowing(set, request)
  const [counted] = file.rows(
    `SELECT count(*) AS total, min(held) AS least FROM found WHERE ${sql}`,
    values,
  )
  const total = Number(counted?.total)
  return {
    hits: hitsOf(file, set, request, found),
    total: Math.min(total, MOST_COUNTED),
    totalIsMinimum: total > MOST_COUNTED,
    facets: countFacets(file, set, request),
    suggestion: found.suggestion,
    notice: total > 0 && Number(counted?.least) < found.wordCount ? 'showing-some-words' : null,
  }
}
