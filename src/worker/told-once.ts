import { SearchUnavailable } from '@/search/search-engine'

/**
 * A look of an indexing loop that tells of an outage once: its first failure is thrown, those that follow are passed
 * over, and `onReturn` is called when the engine answers again. Faults of another kind are always thrown.
 */
export function toldOnce(look: () => Promise<unknown>, onReturn: () => void) {
  let isAway = false
  return async (): Promise<void> => {
    try {
      await look()
    } catch (fault) {
      const isKnown = isAway && fault instanceof SearchUnavailable
      isAway ||= fault instanceof SearchUnavailable
      if (isKnown) return
      throw fault
    }
    if (isAway) onReturn()
    isAway = false
  }
}
