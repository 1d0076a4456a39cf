import { setTimeout as pause } from 'node:timers/promises'

/** Resolves when `url` answers 200. The pause is between questions to a starting server, not between steps of a test. */
export async function untilItServes(url: string, withinMs: number): Promise<void> {
  const deadline = Date.now() + withinMs
  while (Date.now() < deadline) {
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok) return
    await pause(200)
  }
  throw new Error(`${url} did not answer within ${withinMs} ms`)
}
