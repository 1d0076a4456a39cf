import type { SearchDocument } from '@/search/search-document'
import type { SynonymRule } from '@/search/synonym-rule'

export type JudgedQuery = { readonly id: string; readonly text: string }

/** Documents, what readers asked of them, and what they should have been shown. */
export type JudgedCollection = {
  readonly name: string
  readonly documents: readonly SearchDocument[]
  readonly queries: readonly JudgedQuery[]
  /** By query, then by document: a grade from 0, no use, to 4. */
  readonly judgements: ReadonlyMap<string, ReadonlyMap<string, number>>
  readonly synonyms: readonly SynonymRule[]
}
