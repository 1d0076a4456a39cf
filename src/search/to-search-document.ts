import { createHash } from 'node:crypto'
import { toPublicPart } from '@/access/to-public-part'
import type { Briefing } from '@/payload-types'
import { cutPassages } from './cut-passages'
import {
  type Passage,
  type PublicDocument,
  type SearchDocument,
  SOURCES_ANCHOR,
} from './search-document'
import { type Subjects, withParents } from './subjects'

/** Raised when what is indexed, or how, changes: every document is then put again. */
const LAYOUT = 1

const ids = (values: readonly (string | { id: string })[] | null | undefined): string[] =>
  (values ?? []).map((value) => (typeof value === 'string' ? value : value.id))

function publicDocument(briefing: Briefing, subjects: Subjects): PublicDocument {
  const topics = withParents(subjects, ids(briefing.topics))
  const [seriesId] = ids(briefing.series ? [briefing.series] : [])
  const authors = ids(briefing.authors)
    .map((id) => subjects.authors.get(id))
    .filter((author) => author !== undefined)
  const part = toPublicPart(
    { ...briefing, topics, series: (seriesId && subjects.series.get(seriesId)) || null },
    authors,
  )
  return {
    reference: part.reference,
    title: part.title,
    summary: part.summary,
    type: part.type,
    series: part.series,
    topics: part.topics,
    synonyms: topics.flatMap(({ synonyms }) => synonyms ?? []),
    nations: part.nations,
    authors: part.authors.map(({ name }) => name),
    publishedAt: part.publishedAt,
  }
}

function memberPassages(briefing: Briefing, sourceTitles: readonly string[]): Passage[] {
  const keyPoints = (briefing.keyPoints ?? []).map(({ text }) => text).join('\n')
  const passage = (heading: string, anchor: string, text: string): Passage[] =>
    text === '' ? [] : [{ heading, anchor, text }]
  return [
    ...passage('Key points', 'key-points', keyPoints),
    ...cutPassages(briefing.body),
    ...passage('Sources', SOURCES_ANCHOR, sourceTitles.join('\n')),
  ]
}

/**
 * What the search holds of a published briefing, read at depth 0. The loop and the rebuild both map it here.
 *
 * What stands in `publicPart` may be searched by anyone: it is made of {@link toPublicPart} and the topics' own words.
 */
export function toSearchDocument(
  briefing: Briefing,
  subjects: Subjects,
  sourceTitles: readonly string[],
): SearchDocument {
  const publicPart = publicDocument(briefing, subjects)
  const passages = memberPassages(briefing, sourceTitles)
  const indexed = JSON.stringify([LAYOUT, publicPart, passages])
  return {
    id: briefing.id,
    publicPart,
    passages,
    fingerprint: createHash('sha256').update(indexed).digest('hex'),
  }
}
