import type { Payload } from 'payload'

const DAY = 24 * 60 * 60 * 1000
const BATCH = 500

type Args = { readonly payload: Payload; readonly logDays: number; readonly now: Date }

/** Deletes from the search log what is older than `logDays`, all of it where that is 0. Safe to repeat. */
export async function forgetSearches({ payload, logDays, now }: Args): Promise<number> {
  const before = new Date(now.getTime() - logDays * DAY).toISOString()
  let forgotten = 0
  for (;;) {
    const { docs } = await payload.db.find<{ id: string }>({
      collection: 'search-log',
      where: { searchedAt: { less_than_equal: before } },
      limit: BATCH,
      pagination: false,
      select: {},
    })
    const ids = docs.map(({ id }) => id)
    if (ids.length === 0) return forgotten
    await payload.db.deleteMany({ collection: 'search-log', where: { id: { in: ids } } })
    forgotten += ids.length
  }
}
