/**
 * A bell between what changes content and the loops that look for work.
 *
 * It carries no fact: a loop that misses a ring finds the same work at its next look. Only loops of this process hear it.
 */
const listeners = new Set<() => void>()

/** Asks every loop to look early. Safe to call at any time, any number of times. */
export function ring(): void {
  for (const listener of listeners) listener()
}

/** Calls `listener` at each ring, until the returned function is called. */
export function onRing(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
