import type { AttemptStore } from '@/lib/limit'

/** Counts in this process alone: for tests that ask what a limit does, not where it is kept. */
export function attemptsInMemory(): AttemptStore {
  const counts = new Map<string, number>()
  return {
    add: (key, by) => {
      const count = Math.max(0, (counts.get(key) ?? 0) + by)
      counts.set(key, count)
      return Promise.resolve(count)
    },
  }
}
