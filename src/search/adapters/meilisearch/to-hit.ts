import type { Hit } from 'meilisearch'
import type { EngineHit } from '../../search-answer'
import { MARK_END, MARK_START, snippetRuns } from '../../snippet-runs'
import type { Question } from './ask'
import { cutSnippet, ELLIPSIS, SNIPPET_WORDS } from './cut-snippet'
import type { IndexRecord } from './index-record'
import type { Sought } from './sought'

/** Asks Meilisearch to frame what was found, in the passage and in the summary. */
export const FRAMED: Question = {
  attributesToRetrieve: ['pk', 'briefingId', 'anchor', 'heading', 'summary'],
  attributesToHighlight: ['text', 'summary', 'title', 'topics', 'authors', 'reference', 'synonyms'],
  attributesToCrop: ['text'],
  cropLength: SNIPPET_WORDS,
  cropMarker: ELLIPSIS,
  highlightPreTag: MARK_START,
  highlightPostTag: MARK_END,
}

const place = ({ anchor, heading }: IndexRecord): Pick<EngineHit, 'anchor' | 'heading'> =>
  anchor ? { anchor: `#${anchor}`, heading: heading || null } : { anchor: null }

/** True where nothing in a record shows why it was found: its words stand in several passages. */
export const isUnexplained = ({ _formatted }: Hit<IndexRecord>): boolean =>
  !JSON.stringify(_formatted ?? {}).includes(MARK_START)

/** A hit as Meilisearch framed it. */
export function framedHit(hit: Hit<IndexRecord>): EngineHit {
  const text = hit._formatted?.text ?? ''
  if (text.includes(MARK_START)) {
    return { id: hit.briefingId, snippet: snippetRuns(text), ...place(hit) }
  }
  const summary = hit._formatted?.summary ?? hit.summary
  return { id: hit.briefingId, snippet: snippetRuns(summary), anchor: null }
}

/** A hit from a record read by its key, framed here. */
export function cutHit(record: IndexRecord, sought: Sought): EngineHit {
  const { briefingId: id, text = '', summary } = record
  const snippet = cutSnippet(text, sought)
  if (snippet) return { id, snippet, ...place(record) }
  return { id, snippet: cutSnippet(summary, sought) ?? snippetRuns(summary), anchor: null }
}
