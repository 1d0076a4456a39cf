import { createHash } from 'node:crypto'
import { parseQuery } from '@/search/parse-query'
import type { Passage, PublicDocument, SearchDocument } from '@/search/search-document'
import type { SearchRequest } from '@/search/search-request'

export type Sketch = Partial<PublicDocument> & {
  readonly id: string
  readonly text?: string
  readonly passages?: readonly Passage[]
}

/** A document with the given parts, and the rest plain. */
export function searchDocument({ id, text, passages, ...part }: Sketch): SearchDocument {
  const publicPart: PublicDocument = {
    reference: `RB-2020-${id}`,
    title: `Untitled ${id}`,
    summary: 'Nothing in particular.',
    type: 'briefing',
    series: null,
    topics: [],
    synonyms: [],
    nations: ['england'],
    authors: [],
    publishedAt: '2020-05-01T09:00:00.000Z',
    ...part,
  }
  const held = passages ?? (text ? [{ heading: '', anchor: null, text }] : [])
  return {
    id,
    publicPart,
    passages: held,
    fingerprint: createHash('sha256')
      .update(JSON.stringify([publicPart, held]))
      .digest('hex'),
  }
}

export const searchRequest = (
  typed: string,
  rest: Partial<Omit<SearchRequest, 'query'>> = {},
): SearchRequest => ({
  query: parseQuery(typed),
  filters: {},
  from: null,
  to: null,
  sort: 'relevance',
  page: 1,
  pageSize: 10,
  pinned: [],
  ...rest,
})
