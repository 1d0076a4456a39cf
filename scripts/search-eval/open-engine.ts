import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Settings } from '@/config/settings'
import { dropIndexes } from '@/search/adapters/meilisearch/drop-indexes'
import { meilisearchEngine } from '@/search/adapters/meilisearch/meilisearch-engine'
import { makeSearchEngine } from '@/search/make-search-engine'
import type { SearchEngine } from '@/search/search-engine'
import { WrongUse } from '../command/run-command'

export type ThrowAway = { readonly engine: SearchEngine; readonly drop: () => Promise<void> }

function embedded(): ThrowAway {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'signpost-search-eval-'))
  const engine = makeSearchEngine({ dataDir })
  return {
    engine,
    drop: async () => {
      await engine.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Its indexes begin with `signpost`, so that the site's own key may make and drop them. */
function meilisearch({ search }: Settings): ThrowAway {
  if (!search.meilisearch) throw new WrongUse('Set MEILISEARCH_URL, and MEILISEARCH_KEY, first.')
  const own = { ...search.meilisearch, prefix: `signpost_eval_${randomBytes(4).toString('hex')}` }
  const engine = meilisearchEngine(own)
  return {
    engine,
    drop: async () => {
      await engine.close()
      await dropIndexes(own)
    },
  }
}

export const ENGINES = ['sqlite', 'meilisearch']

/** An empty engine to measure with. `drop` leaves nothing of it. */
export const openThrowAway = async (
  name: string,
  settings: () => Promise<Settings>,
): Promise<ThrowAway> => (name === 'meilisearch' ? meilisearch(await settings()) : embedded())
