import { afterEach, beforeEach, vi } from 'vitest'

const seen: unknown[][] = []

beforeEach(() => {
  seen.length = 0
  vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => void seen.push(words))
})

/** An error nobody expected is a failure, wherever it was printed. */
afterEach(() => {
  vi.restoreAllMocks()
  if (seen.length > 0) throw new Error(`console.error was called: ${JSON.stringify(seen)}`)
})
