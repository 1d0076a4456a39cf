import { type SearchEngine, SearchUnavailable } from './search-engine'

/** After no answer, readers are told at once for so long. */
const REST_MS = 2000

/**
 * Spares readers the wait for an engine that did not answer a moment ago: they are told at once that it does not.
 * After two seconds one of them tries it again for all.
 */
export function withCircuit(engine: SearchEngine, clock: () => Date): SearchEngine {
  let restsUntil: number | null = null
  let isTried = false

  const guarded = async <T>(question: () => Promise<T>): Promise<T> => {
    const isTrial = restsUntil !== null
    if (restsUntil !== null && (isTried || clock().getTime() < restsUntil)) {
      throw new SearchUnavailable(`${engine.name} did not answer a moment ago.`)
    }
    if (isTrial) isTried = true
    try {
      const answer = await question()
      restsUntil = null
      return answer
    } catch (fault) {
      if (fault instanceof SearchUnavailable) restsUntil = clock().getTime() + REST_MS
      throw fault
    } finally {
      if (isTrial) isTried = false
    }
  }

  return {
    ...engine,
    search: (audience, request) => guarded(() => engine.search(audience, request)),
    suggest: (audience, typed, limit) => guarded(() => engine.suggest(audience, typed, limit)),
  }
}
