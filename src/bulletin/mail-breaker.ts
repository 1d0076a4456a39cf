import type { Payload } from 'payload'
import { throughConflicts, writeOnce } from '@/lib/write-once'

const MINUTE = 60_000
const LONGEST_REST = 30 * MINUTE
const KEY = 'breaker'
const collection = 'mailer-state'

/** How often in a row the mail server was found to be away, and until when it is left alone. `until` is ISO. */
type Trips = { readonly count: number; readonly until: string; readonly reason: string }

export type Breaker =
  | { readonly kind: 'closed' }
  /** Nothing is tried before `until`. */
  | { readonly kind: 'open'; readonly until: Date; readonly reason: string }
  /** One mail is tried, to learn whether the server is back. */
  | { readonly kind: 'half-open' }

async function readTrips(payload: Payload): Promise<Trips | null> {
  const row = await payload.db.findOne<{ id: string; value: unknown }>({
    collection,
    where: { key: { equals: KEY } },
  })
  const trips = row?.value as Trips | undefined
  return trips && trips.count > 0 ? trips : null
}

async function keepTrips(payload: Payload, trips: Trips): Promise<void> {
  const changed: unknown = await throughConflicts(() =>
    payload.db.updateOne({
      collection,
      where: { key: { equals: KEY } },
      data: { value: trips },
      options: { atomic: true },
    }),
  )
  if (changed === null) await writeOnce(payload, collection, { key: KEY, value: trips })
}

/** Whether the mail server may be asked at `now`. Kept in the database: a restart does not forget it. */
export async function breakerAt(payload: Payload, now: Date): Promise<Breaker> {
  const trips = await readTrips(payload)
  if (!trips) return { kind: 'closed' }
  const until = new Date(trips.until)
  return until > now ? { kind: 'open', until, reason: trips.reason } : { kind: 'half-open' }
}

/** The server was away: it is left alone for a minute, then twice as long each time, half an hour at most. */
export async function tripBreaker(payload: Payload, reason: string, now: Date): Promise<void> {
  const count = ((await readTrips(payload))?.count ?? 0) + 1
  const rest = Math.min(MINUTE * 2 ** (count - 1), LONGEST_REST)
  const until = new Date(now.getTime() + rest).toISOString()
  await keepTrips(payload, { count, until, reason })
}

/** The server answered. Safe to repeat. */
export async function closeBreaker(payload: Payload): Promise<void> {
  if (await readTrips(payload)) await keepTrips(payload, { count: 0, until: '', reason: '' })
}
