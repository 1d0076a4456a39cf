import { setTimeout } from 'node:timers/promises'

const EVERY_MS = 100

/** Settles with true once `url` answers well. */
export async function untilItAnswers(url: string): Promise<true> {
  for (;;) {
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok) return true
    await setTimeout(EVERY_MS, undefined, { ref: false })
  }
}
