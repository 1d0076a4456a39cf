import type { Settings } from '@/config/settings'
import { makeSearchEngine } from '@/search/make-search-engine'
import type { SearchEngine } from '@/search/search-engine'

/**
 * Runs `work` with the engine of these settings, and leaves its index as empty as it was.
 *
 * @throws {Error} before anything is touched where the index holds something: a search server that readers use.
 */
export async function withOwnIndex<T>(
  settings: Settings,
  work: (engine: SearchEngine) => Promise<T>,
): Promise<T> {
  const engine = makeSearchEngine(settings)
  try {
    // A new search server has no index yet: asking for its generation makes it.
    await engine.generation()
    const held = await engine.count('members')
    if (held > 0) {
      throw new Error(
        `The search index holds ${held} briefings of others. Measure with a search server of its own, or without MEILISEARCH_URL.`,
      )
    }
    try {
      return await work(engine)
    } finally {
      await engine.rebuild(() => Promise.resolve())
    }
  } finally {
    await engine.close()
  }
}
