import type { Hit } from 'meilisearch'
import { folded } from '../../folded'
import type { ParsedQuery } from '../../parse-query'
import { MARK_END, MARK_START } from '../../snippet-runs'
import type { Ask, Question } from './ask'
import type { IndexRecord } from './index-record'
import { isSameRoot, slipsAllowed, slipsBetween } from './slips'
import { exactly, inWords, soughtIn } from './sought'

const MOST_HITS = 20
const FRAMED_WORD = new RegExp(`${MARK_START}([^${MARK_END}]*)${MARK_END}([\\p{L}\\p{N}]*)`, 'gu')

const ANYWHERE = ['title', 'authors', 'topics', 'synonyms', 'summary', 'heading', 'text']

const lookingFor = (term: string, isOpen: boolean): Question => ({
  q: inWords([term], isOpen),
  matchingStrategy: 'all',
  limit: MOST_HITS,
  attributesToRetrieve: ['pk'],
  attributesToHighlight: ANYWHERE,
  attributesToCrop: ['text', 'summary'],
  cropLength: 8,
  highlightPreTag: MARK_START,
  highlightPostTag: MARK_END,
})

const heldWords = (hits: readonly Hit<IndexRecord>[]): string[] =>
  hits.flatMap(({ _formatted }) =>
    Object.values(_formatted ?? {})
      .flat()
      .filter((value) => typeof value === 'string')
      .flatMap((value) => [...value.matchAll(FRAMED_WORD)])
      .map(([, found = '', rest = '']) => folded(found + rest)),
  )

/** The nearest of the words that were found for a word that is not held, the commonest of several. */
function meant(typed: string, held: readonly string[], isOpen: boolean): string | null {
  if (held.some((word) => isSameRoot(word, typed) || (isOpen && word.startsWith(typed)))) {
    return null
  }
  const counts = new Map<string, number>()
  for (const word of held) counts.set(word, (counts.get(word) ?? 0) + 1)
  const [best] = [...counts]
    .map(([word, count]) => ({ word, count, slips: slipsBetween(typed, word) }))
    .filter(({ slips }) => slips !== null)
    .sort((a, b) => (a.slips ?? 0) - (b.slips ?? 0) || b.count - a.count)
  return best?.word ?? null
}

/**
 * The search as it may have been meant: words that this index does not hold, changed to those it found for them.
 * One index is asked, so a visitor is never offered a word of member text.
 */
export async function suggestSpelling(ask: Ask, query: ParsedQuery): Promise<string | null> {
  const { terms, isOpen } = soughtIn(query)
  const doubtful = terms.filter((term) => slipsAllowed(folded(term)) > 0)
  const counted = await ask.all(doubtful.map((term) => ({ q: exactly(term), limit: 0 })))
  const missing = doubtful.filter((_, index) => counted[index]?.estimatedTotalHits === 0)
  const opens = missing.map((term) => isOpen && term === terms.at(-1))
  const found = await ask.all(missing.map((term, index) => lookingFor(term, opens[index] ?? false)))
  let changed = query.text
  for (const [index, term] of missing.entries()) {
    const held = heldWords(found[index]?.hits ?? [])
    const word = meant(folded(term), held, opens[index] ?? false)
    if (word !== null) changed = changed.replace(term, () => word)
  }
  return changed === query.text ? null : changed
}
