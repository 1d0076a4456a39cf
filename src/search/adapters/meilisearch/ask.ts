import type { MultiSearchQuery, MultiSearchResult } from 'meilisearch'
import { asking, type Connection, READER_MS } from './connection'
import type { IndexRecord } from './index-record'

export type Question = Omit<MultiSearchQuery, 'indexUid' | 'filter'> & {
  readonly filter?: readonly string[]
}

export type Found = MultiSearchResult<IndexRecord>

/** One reader's way to one index. All of it together takes no longer than a reader waits. */
export type Ask = {
  /** Asks them in one go; answers come in the same order. */
  readonly all: (questions: readonly Question[]) => Promise<readonly Found[]>
  /** Those of the records that are held, in no order. */
  readonly records: (keys: readonly string[]) => Promise<readonly IndexRecord[]>
}

/** Opens the index `uid` and no other. */
export function askIndex({ quick }: Connection, uid: string): Ask {
  const signal = AbortSignal.timeout(READER_MS)
  return {
    all: async (questions) => {
      if (questions.length === 0) return []
      const queries = questions.map(({ filter, ...question }): MultiSearchQuery => ({
        ...question,
        indexUid: uid,
        ...(filter && { filter: [...filter] }),
      }))
      const { results } = await asking(() =>
        quick.multiSearch<{ queries: MultiSearchQuery[] }, IndexRecord>({ queries }, { signal }),
      )
      return results
    },
    records: async (keys) => {
      if (keys.length === 0) return []
      const index = quick.index<IndexRecord>(uid)
      const { results } = await asking(() =>
        index.getDocuments({ ids: [...keys], limit: keys.length }),
      )
      return results
    },
  }
}
