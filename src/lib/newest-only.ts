export type Outcome<T> =
  | { readonly kind: 'answered'; readonly answer: T }
  | { readonly kind: 'failed'; readonly fault: unknown }
  /** A newer question was asked meanwhile, or none is wanted any more. */
  | { readonly kind: 'stale' }

export type NewestOnly = {
  readonly ask: <T>(question: (signal: AbortSignal) => Promise<T>) => Promise<Outcome<T>>
  /** Ends the question that is under way, if any. */
  readonly drop: () => void
}

/**
 * Asks one question at a time: a newer one aborts the one before it, whose answer is never given, however late or early
 * it arrives.
 */
export function newestOnly(): NewestOnly {
  let current: AbortController | undefined
  const drop = () => {
    current?.abort()
    current = undefined
  }
  return {
    drop,
    ask: async (question) => {
      drop()
      const mine = new AbortController()
      current = mine
      try {
        const answer = await question(mine.signal)
        return current === mine ? { kind: 'answered', answer } : { kind: 'stale' }
      } catch (fault) {
        return current === mine ? { kind: 'failed', fault } : { kind: 'stale' }
      }
    },
  }
}
