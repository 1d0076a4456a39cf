import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Settings } from '@/config/settings'
import { meilisearchEngine } from './adapters/meilisearch/meilisearch-engine'
import { embeddedEngine } from './adapters/sqlite-fts/embedded-engine'
import { offThread } from './adapters/sqlite-fts/off-thread'
import type { SearchEngine } from './search-engine'
import { withCircuit } from './with-circuit'
import { withFallback } from './with-fallback'

type Chosen = Pick<Settings, 'dataDir'> & Partial<Pick<Settings, 'search'>>

export type SearchEngines = {
  /** The one readers ask. Closing it closes all. */
  readonly answering: SearchEngine
  /** Those that must be kept up to date, the main one first; the reserve, if any, after it. */
  readonly kept: readonly [SearchEngine, ...SearchEngine[]]
}

/** Made by `npm run build`. Without it, in development, every search runs where it is asked. */
const THREAD_PROGRAM = 'dist/search-thread.mjs'
const IS_LARGE_FROM = 2000

function embeddedAt(dataDir: string, clock: () => Date): SearchEngine {
  const file = path.join(dataDir, 'search.db')
  const engine = embeddedEngine(file)
  const program = path.resolve(/* turbopackIgnore: true */ THREAD_PROGRAM)
  if (!existsSync(program)) return engine
  return offThread({ engine, program, path: file, isLargeFrom: IS_LARGE_FROM, clock })
}

/** The engines the settings choose; an embedded one has its index under the data folder. */
export function makeSearchEngines(
  { dataDir, search }: Chosen,
  clock: () => Date = () => new Date(),
): SearchEngines {
  const embedded = () => embeddedAt(dataDir, clock)
  if (!search?.meilisearch) {
    const only = embedded()
    return { answering: only, kept: [only] }
  }
  const main = meilisearchEngine({ ...search.meilisearch, clock })
  const guarded = withCircuit(main, clock)
  if (search.fallback === 'none') return { answering: guarded, kept: [main] }
  const reserve = embedded()
  return { answering: withFallback(guarded, reserve), kept: [main, reserve] }
}

/** The engine readers ask. */
export const makeSearchEngine = (chosen: Chosen): SearchEngine =>
  makeSearchEngines(chosen).answering
