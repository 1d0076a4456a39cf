import type { EngineAnswer } from '../../search-answer'
import { MOST_COUNTED, type SearchRequest } from '../../search-request'
import { gatherFound, type Found } from './gather-found'
import type { HeldDoc } from './held-docs'
import { narrowAndCount } from './narrow-and-count'
import { orderHits } from './order-hits'
import type { Reader } from './reader'
import { showHits } from './show-hits'

/** Pinned briefings stand among the found, whether the words find them or not. */
function foundDocs({ held }: Reader, found: Found, pinned: readonly string[]): HeldDoc[] {
  const docs = new Set(
    [...found.docs.keys()].map((rid) => held.docs.get(rid)).filter((doc) => doc !== undefined),
  )
  for (const id of pinned) {
    const doc = held.byId.get(id)
    if (doc) docs.add(doc)
  }
  return [...docs]
}

const isWhole = (found: Found, { rid }: HeldDoc): boolean => found.docs.get(rid)?.isWhole ?? true

/** Answers a request from one audience's index. Call it inside `reading`. */
export function answerRequest(reader: Reader, request: SearchRequest): EngineAnswer {
  const isByRelevance = request.sort === 'relevance'
  const pinned = isByRelevance ? request.pinned : []
  const found = gatherFound(reader, request.query, isByRelevance)
  const { kept, facets } = narrowAndCount(reader.held, foundDocs(reader, found, pinned), request)
  const offset = (request.page - 1) * request.pageSize
  const shown = orderHits(kept, request.sort, found, pinned)
    .slice(0, MOST_COUNTED)
    .slice(offset, offset + request.pageSize)
  return {
    hits: showHits(reader, shown, found.match),
    total: Math.min(kept.length, MOST_COUNTED),
    totalIsMinimum: kept.length > MOST_COUNTED,
    facets,
    suggestion: found.suggestion,
    notice: kept.every((doc) => isWhole(found, doc)) ? null : 'showing-some-words',
  }
}
