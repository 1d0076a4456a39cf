import { folded } from '../../folded'
import type { ParsedQuery } from '../../parse-query'
import type { Ask, Question } from './ask'
import { MOST_LISTED } from './index-settings'
import { type Conditions, isNoneOf, isOneOf } from './narrowing'
import { exactly, type Sought } from './sought'

const holding = (phrase: string, inAuthors = false): Question => ({
  q: exactly(phrase),
  matchingStrategy: 'all',
  limit: MOST_LISTED,
  attributesToRetrieve: ['briefingId'],
  ...(inAuthors && { attributesToSearchOn: ['authors'] }),
})

/**
 * Phrases, authors and references must be there, and what is excluded must not, anywhere in a briefing: so they are
 * looked for first, and the briefings named.
 *
 * A phrase that is the question itself needs no condition.
 */
export async function gatherConditions(
  ask: Ask,
  query: ParsedQuery,
  sought: Sought,
): Promise<Conditions> {
  const phrases = sought.terms.length > 0 ? query.phrases : query.phrases.slice(1)
  const required = [
    ...phrases.map((phrase) => holding(phrase)),
    ...query.authors.map((author) => holding(author, true)),
  ]
  const answers = await ask.all([...required, ...query.excluded.map((term) => holding(term))])
  const references =
    query.references.length > 0 ? [isOneOf('referenceKey', query.references.map(folded))] : []
  return [
    ...references,
    ...answers.map(({ hits }, index) => {
      const ids = hits.map(({ briefingId }) => briefingId)
      return index < required.length ? isOneOf('briefingId', ids) : isNoneOf('briefingId', ids)
    }),
  ]
}
