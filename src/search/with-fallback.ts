import { type SearchEngine, SearchUnavailable } from './search-engine'

/**
 * Answers readers from `reserve` when `engine` does not answer, and says so. Everything else is `engine`'s alone: the
 * indexing loop keeps each of the two by itself.
 */
export function withFallback(engine: SearchEngine, reserve: SearchEngine): SearchEngine {
  const orElse = async <T>(question: () => Promise<T>, instead: () => Promise<T>): Promise<T> => {
    try {
      return await question()
    } catch (fault) {
      if (!(fault instanceof SearchUnavailable)) throw fault
      return instead()
    }
  }

  return {
    ...engine,
    search: (audience, request) =>
      orElse(
        () => engine.search(audience, request),
        async () => ({ ...(await reserve.search(audience, request)), notice: 'fallback-engine' }),
      ),
    suggest: (audience, typed, limit) =>
      orElse(
        () => engine.suggest(audience, typed, limit),
        () => reserve.suggest(audience, typed, limit),
      ),
    close: async () => {
      await engine.close()
      await reserve.close()
    },
  }
}
