import type { Audience } from '@/access/viewer'
import type { EngineAnswer, EngineSuggestion } from './search-answer'
import type { SearchDocument } from './search-document'
import type { SearchRequest } from './search-request'
import type { SynonymRule } from './synonym-rule'

/**
 * Full-text search over published briefings. Every adapter must pass `tests/contract/search-engine.contract.ts`.
 *
 * There is one index an audience, and a call opens its own audience's alone: order, counts, spelling and suggestions for
 * the public know nothing of member text. What the index holds is derived and may be behind the database: whoever
 * answers a reader checks every hit against the database first (`answer-search.ts`).
 *
 * Every method throws {@link SearchUnavailable} when the engine cannot be reached.
 */
export type SearchEngine = {
  /** Which engine, in a word for people and logs. */
  readonly name: string
  /** Which version of it answers; null where it does not tell us. */
  readonly version: () => Promise<string | null>
  /** Adds or replaces, for both audiences at once. Safe to repeat. Found by the next search, from any process. */
  readonly put: (documents: readonly SearchDocument[]) => Promise<void>
  /** Ids it does not hold are passed over. */
  readonly remove: (ids: readonly string[]) => Promise<void>
  readonly search: (audience: Audience, request: SearchRequest) => Promise<EngineAnswer>
  /** Briefings by title, topics and series, for what somebody has typed so far. */
  readonly suggest: (
    audience: Audience,
    typed: string,
    limit: number,
  ) => Promise<readonly EngineSuggestion[]>
  /** Id and fingerprint of what is held: of all, or of those ids alone. */
  readonly fingerprints: (
    audience: Audience,
    ids?: readonly string[],
  ) => Promise<ReadonlyMap<string, string>>
  readonly count: (audience: Audience) => Promise<number>
  /**
   * Lets searches know these synonyms and no others. Cheap where nothing changed; safe to repeat, from any process.
   * Resolves when the engine has taken them in.
   */
  readonly useSynonyms: (rules: readonly SynonymRule[]) => Promise<void>
  /** Changes when a rebuilt index takes over: what was put meanwhile must be compared again. */
  readonly generation: () => Promise<string>
  /** Builds a new index beside the one that answers, and puts it in its place at once when `fill` is done. */
  readonly rebuild: (fill: (put: SearchEngine['put']) => Promise<void>) => Promise<void>
  readonly close: () => Promise<void>
}

/** The engine does not answer. Nothing is lost: the index is derived, and the loop pays what it owes later. */
export class SearchUnavailable extends Error {
  override readonly name = 'SearchUnavailable'
}
