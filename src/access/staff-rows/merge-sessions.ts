export type Session = {
  readonly id: string
  readonly createdAt?: string | Date | null
  readonly expiresAt: string | Date
}

/** Which sessions a request has to do with: the one it came by, and the one it has begun. */
export type Asking = { readonly own: string | null; readonly begun: string | null }

// What was read of the database is text; what Payload has just made is a date.
const isNew = (at: unknown): boolean => at instanceof Date

/** The session that a write of Payload's begins, if it begins one. */
export const begunIn = (sessions: readonly Session[]): Session | null =>
  sessions.find(({ createdAt }) => isNew(createdAt)) ?? null

/**
 * What the sessions of a row become by a write of Payload's, which holds them as they were when it read the row: one is
 * begun, one is renewed, or one has ended. Of all others the row is right: none that has ended meanwhile comes back.
 *
 * @param kept as the row holds them now
 * @param wished as the write holds them
 */
export function mergeSessions(
  kept: readonly Session[],
  wished: readonly Session[],
  { own, begun }: Asking,
  now: Date,
): readonly Session[] {
  const alive = kept.filter(({ expiresAt }) => new Date(expiresAt) > now)
  if (begun !== null) return alive.filter(({ id }) => id !== begun)
  const begins = begunIn(wished)
  if (begins) return [...alive, begins]
  const renewed = wished.find(({ expiresAt }) => isNew(expiresAt))
  if (!renewed) return alive.filter(({ id }) => id !== own)
  const { expiresAt } = renewed
  return alive.map((session) => (session.id === renewed.id ? { ...session, expiresAt } : session))
}
