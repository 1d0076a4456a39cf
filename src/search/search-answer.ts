import type { Facet } from './search-request'

/** A stretch of text as it stands, never HTML; `mark` where a searched word was found. */
export type Run = { readonly text: string; readonly mark?: true }

export type FacetCount = { readonly value: string; readonly label: string; readonly count: number }

/**
 * Counts of a kind leave out that kind's own filter, so that readers see what else they could add.
 * A chosen value under which nothing is found is listed with 0, for its name.
 */
export type FacetCounts = { readonly [F in Facet]: readonly FacetCount[] }

export type EngineHit = {
  readonly id: string
  /** From the best passage, or from the summary where no passage holds a searched word. */
  readonly snippet: readonly Run[]
  /** `#…` of the heading above the best passage. Always null for the public. */
  readonly anchor: string | null
  /** The words of that heading, where the engine can say them. Never for the public. */
  readonly heading?: string | null
}

export type EngineAnswer = {
  readonly hits: readonly EngineHit[]
  readonly total: number
  /** True where more were found than are counted. */
  readonly totalIsMinimum: boolean
  readonly facets: FacetCounts
  /** The search as it may have been meant, made of words this audience's index holds. */
  readonly suggestion: string | null
  /** `fallback-engine`: the main engine did not answer, and its reserve did. */
  readonly notice: 'showing-some-words' | 'fallback-engine' | null
}

type NamedSuggestion<Kind> = { readonly kind: Kind; readonly slug: string; readonly name: string }

export type EngineSuggestion =
  | { readonly kind: 'briefing'; readonly id: string }
  | NamedSuggestion<'topic'>
  | NamedSuggestion<'series'>
