import type { Payload } from 'payload'

type Kept<T> = { readonly at: number; readonly value: Promise<T> }

const FRESH_MS = 1000

/**
 * A reading of the database that many searches share: at most a second old, and read again by whichever comes then.
 *
 * A reading that fails is not kept. For what may be a second behind: names and what editors steer by, never rights.
 */
export function keptForASecond<T>(
  read: (payload: Payload) => Promise<T>,
): (payload: Payload, now: Date) => Promise<T> {
  const kept = new WeakMap<Payload, Kept<T>>()
  return (payload, now) => {
    const held = kept.get(payload)
    if (held && Math.abs(now.getTime() - held.at) < FRESH_MS) return held.value
    const value = read(payload)
    kept.set(payload, { at: now.getTime(), value })
    value.catch(() => kept.delete(payload))
    return value
  }
}
