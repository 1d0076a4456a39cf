export type LimitAnswer =
  { readonly kind: 'allowed' } | { readonly kind: 'wait'; readonly minutes: number }

/** Keeps counts: in the database, for every process of the site. */
export type AttemptStore = {
  /**
   * Adds to what is counted under `key` and answers the sum. The count may be forgotten after `until`; whatever else was
   * counted until before `now` may be forgotten too.
   */
  readonly add: (key: string, by: number, until: Date, now: Date) => Promise<number>
}

/** Counts attempts and says when there were enough. */
export type Limit = ((key: string, now: Date) => Promise<LimitAnswer>) & {
  /** Takes one attempt back: it was no guess after all. */
  readonly takeBack: (key: string, now: Date) => Promise<void>
  /** How many were counted in this window so far. Counts nothing. */
  readonly counted: (key: string, now: Date) => Promise<number>
}

const MINUTE = 60_000

/**
 * Allows `attempts` for each key in every window of `minutes`. Windows begin with the clock, not with the first attempt.
 *
 * `counted` names what is counted, and where.
 */
export function limitOf(
  attempts: number,
  minutes: number,
  counted: { readonly name: string; readonly store: AttemptStore },
): Limit {
  const opensAt = (now: Date) =>
    (Math.floor(now.getTime() / (minutes * MINUTE)) + 1) * minutes * MINUTE
  const add = (key: string, now: Date, by: number) =>
    counted.store.add(
      `${counted.name}\n${opensAt(now)}\n${key}`,
      by,
      new Date(opensAt(now) + minutes * MINUTE),
      now,
    )
  const limit = async (key: string, now: Date): Promise<LimitAnswer> => {
    if ((await add(key, now, 1)) <= attempts) return { kind: 'allowed' }
    return { kind: 'wait', minutes: Math.ceil((opensAt(now) - now.getTime()) / MINUTE) }
  }
  return Object.assign(limit, {
    takeBack: async (key: string, now: Date) => {
      await add(key, now, -1)
    },
    counted: (key: string, now: Date) => add(key, now, 0),
  })
}

/** A kind word for whoever must wait. */
export const waitSentence = (minutes: number): string =>
  `That is more often than we can take. Please try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`
