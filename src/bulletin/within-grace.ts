import { setTimeout } from 'node:timers/promises'
import type { Payload } from 'payload'

type Stopping = {
  readonly payload: Payload
  readonly stop?: AbortSignal
  /** How long work is waited for once `stop` is aborted, in milliseconds. */
  readonly grace?: number
}

const MOST = 25_000

/** Settles when the signal is aborted, and never once `until` is. */
const aborted = (signal: AbortSignal, until: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true, signal: until })
  })

/**
 * What the work came to, or null where it was still under way `grace` after the stop. It is not ended then, it is no
 * longer waited for: the process ends with it, and its late faults go to the log.
 */
export async function withinGrace<T>(
  work: Promise<T>,
  { payload, stop, grace = MOST }: Stopping,
): Promise<T | null> {
  if (!stop) return work
  const atRest = new AbortController()
  const tooLate = async () => {
    await aborted(stop, atRest.signal)
    await setTimeout(grace, undefined, { signal: atRest.signal })
    work.catch((fault: unknown) => payload.logger.error(fault, 'The Bulletin was stopped'))
    return null
  }
  try {
    return await Promise.race([work, tooLate()])
  } finally {
    atRest.abort()
  }
}
