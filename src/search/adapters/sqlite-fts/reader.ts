import type { SynonymRule } from '../../synonym-rule'
import type { HeldDocs } from './held-docs'
import type { IndexFile } from './index-file'
import type { TableSet } from './tables'
import type { Vocabulary } from './vocabulary'

/** One audience's index in one state, with what answering from it takes. */
export type Reader = {
  readonly file: IndexFile
  readonly set: TableSet
  readonly held: HeldDocs
  readonly vocabulary: Vocabulary
  readonly synonyms: readonly SynonymRule[]
  /** True where any briefing matches an FTS5 expression, by stem. */
  readonly isHeld: (match: string) => boolean
}
