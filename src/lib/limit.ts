import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

export type LimitAnswer =
  { readonly kind: 'allowed' } | { readonly kind: 'wait'; readonly minutes: number }

/** Counts attempts and says when there were enough. */
export type Limit = (key: string, now: Date) => Promise<LimitAnswer>

const MINUTE = 60_000

/**
 * Allows `attempts` for each key in every window of `minutes`. Windows begin with the clock, not with the first attempt.
 *
 * Counted in this process alone: a restart forgets, and two processes count apart.
 */
export function limitOf(attempts: number, minutes: number): Limit {
  const counts = new RateLimiterMemory({ points: attempts, duration: minutes * 60 })
  return async (key, now) => {
    const window = Math.floor(now.getTime() / (minutes * MINUTE))
    try {
      await counts.consume(`${window}:${key}`)
      return { kind: 'allowed' }
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal
      const opens = (window + 1) * minutes * MINUTE
      return { kind: 'wait', minutes: Math.ceil((opens - now.getTime()) / MINUTE) }
    }
  }
}

/** A kind word for whoever must wait. */
export const waitSentence = (minutes: number): string =>
  `That is more often than we can take. Please try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`
