/** Outcomes that are recorded while the next mail is under way. */
export type Recordings = {
  /** Throws what went wrong with one of those before. */
  readonly add: (recording: Promise<unknown>) => void
  /** Waits for all. Throws what went wrong with one of them. */
  readonly settled: () => Promise<void>
}

export function recordings(): Recordings {
  const underWay = new Set<Promise<void>>()
  let failure: { readonly cause: unknown } | null = null
  const throwFailure = () => {
    if (failure) throw failure.cause
  }
  return {
    add: (recording) => {
      const kept: Promise<void> = recording
        .then(
          () => undefined,
          (cause: unknown) => void (failure ??= { cause }),
        )
        .finally(() => underWay.delete(kept))
      underWay.add(kept)
      throwFailure()
    },
    settled: async () => {
      await Promise.all(underWay)
      throwFailure()
    },
  }
}
