import { folded } from './folded'
import type { ParsedQuery } from './parse-query'

export type BestBet = {
  /** As readers type it. */
  readonly query: string
  readonly briefings: readonly string[]
  /** ISO date-times; null without a beginning or an end. */
  readonly from: string | null
  readonly until: string | null
}

const isActive = ({ from, until }: BestBet, now: Date): boolean =>
  (from === null || new Date(from) <= now) && (until === null || now < new Date(until))

const narrows = ({ excluded, references, authors, types }: ParsedQuery): boolean =>
  [excluded, references, authors, types].some((said) => said.length > 0)

/**
 * The briefings that editors put first for this search at `now`, each once, in their order.
 *
 * A bet stands for its query alone: capitals, accents, punctuation and spaces aside, one word more is another search.
 */
export function betsFor(
  bets: readonly BestBet[],
  query: ParsedQuery,
  now: Date,
): readonly string[] {
  if (bets.length === 0 || query.text === '' || narrows(query)) return []
  const asked = folded(query.text)
  const chosen = bets.filter((bet) => isActive(bet, now) && folded(bet.query) === asked)
  return [...new Set(chosen.flatMap(({ briefings }) => briefings))]
}
