import type { EngineAnswer } from '../../search-answer'
import type { SearchRequest } from '../../search-request'
import { answerFromList } from './answer-from-list'
import { answerNatively } from './answer-natively'
import type { Ask } from './ask'
import { gatherConditions } from './gather-conditions'
import type { Scope } from './scope'
import { type Sought, soughtIn } from './sought'
import { suggestSpelling } from './suggest-spelling'

/** With fewer briefings than this holding every word, those that hold some are shown too. */
const ENOUGH = 10
/** From here on hardly any briefing holds every word: what a question is about is told by its rarer words. */
const LONG_QUESTION = 6

/** One word with signs in it, such as a reference, is several where nothing holds it as it stands. */
const apart = (sought: Sought): Sought => ({
  ...sought,
  terms: sought.terms.flatMap((term) => term.match(/[\p{L}\p{N}]+/gu) ?? []),
})

async function find(scope: Scope): Promise<Omit<EngineAnswer, 'suggestion'>> {
  const { request, sought } = scope
  const isByRelevance = request.sort === 'relevance'
  if (isByRelevance && !sought.isExact && sought.terms.length >= LONG_QUESTION) {
    return answerFromList(scope, 'spread')
  }
  const { whole, ...native } = await answerNatively(scope)
  const hasEnough = whole >= (isByRelevance && sought.terms.length > 1 ? ENOUGH : 1)
  const parts = apart(sought)
  if (!sought.isExact && !hasEnough && parts.terms.length > 1) {
    return answerFromList({ ...scope, sought: parts }, 'some')
  }
  if (isByRelevance && request.pinned.length > 0) return answerFromList(scope, 'whole')
  return native
}

/**
 * Answers a request from one audience's index.
 *
 * A few words that enough briefings hold are answered as Meilisearch answers them. Where few hold them all, and for
 * long questions, the words are asked for one by one and the answers fused: Meilisearch never answers with a briefing
 * that lacks the rarest word. Quotation marks and operators mean every word.
 */
export async function answerRequest(ask: Ask, request: SearchRequest): Promise<EngineAnswer> {
  const sought = soughtIn(request.query)
  const [found, suggestion] = await Promise.all([
    gatherConditions(ask, request.query, sought).then((conditions) =>
      find({ ask, request, sought, conditions }),
    ),
    suggestSpelling(ask, request.query),
  ])
  return { ...found, suggestion }
}
