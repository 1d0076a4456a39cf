/** Chance that is the same again for the same seed (mulberry32). */
export type SeededRandom = {
  /** From 0 up to, not including, 1. */
  readonly fraction: () => number
  /** A whole number from 0 up to, not including, `below`. */
  readonly below: (below: number) => number
  readonly isLikely: (probability: number) => boolean
  readonly pick: <T>(from: readonly T[]) => T
  /** Picks one after another; the same may come twice. */
  readonly picks: <T>(count: number, from: readonly T[]) => T[]
}

export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(fraction() * limit)
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T
  return {
    fraction,
    below,
    isLikely: (probability) => fraction() < probability,
    pick,
    picks: (count, from) => Array.from({ length: count }, () => pick(from)),
  }
}
