import { seededRandom, type SeededRandom } from '../../tests/support/seeded-random'
import { makeBriefing } from './make-briefing'
import type { Vocabulary } from './vocabulary'

const QUESTION = ['how', 'do', 'councils', 'and', 'the']

/** A letter lost in the middle. */
const mistyped = (word: string): string => word.slice(0, 2) + word.slice(3)

function typed(random: SeededRandom, vocabulary: Vocabulary, briefings: number): string {
  const { telling } = vocabulary
  const title = makeBriefing(vocabulary, random.below(briefings)).title.toLowerCase().split(' ')
  const way = random.below(10)
  if (way === 0) return random.pick(telling)
  if (way <= 2) return random.picks(2, telling).join(' ')
  if (way <= 5) return random.picks(3, title.slice(0, 5)).join(' ')
  if (way === 6) return `${title[0] ?? ''} ${mistyped(title[1] ?? '')}`
  if (way === 7) return `${title[0] ?? ''} ${(title[2] ?? '').slice(0, 4)}`
  if (way === 8) return `"${title.slice(0, 2).join(' ')}"`
  return [...QUESTION, ...random.picks(5, title.slice(0, 5))].join(' ')
}

/**
 * Searches as readers make them: words, titles half remembered, slips, beginnings, phrases and whole questions. One in
 * five is narrowed by year or type. The same seed gives the same searches.
 */
export function searchQueries(
  vocabulary: Vocabulary,
  { count, briefings, seed }: { count: number; briefings: number; seed: number },
): URLSearchParams[] {
  const random = seededRandom(seed)
  return Array.from({ length: count }, () => {
    const query = new URLSearchParams({ q: typed(random, vocabulary, briefings) })
    if (random.isLikely(0.1)) query.append('year', String(2008 + random.below(16)))
    if (random.isLikely(0.1)) query.append('type', random.pick(['briefing', 'update']))
    return query
  })
}
