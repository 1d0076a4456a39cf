import type { Payload } from 'payload'

const DAY = 24 * 60 * 60 * 1000
const BATCH = 500

type Args = { readonly payload: Payload; readonly days: number; readonly now: Date }

/** Deletes entries of the record older than `days`: the one way out of it. Safe to repeat. */
export async function forgetRecord({ payload, days, now }: Args): Promise<number> {
  const before = new Date(now.getTime() - days * DAY).toISOString()
  let forgotten = 0
  for (;;) {
    const { docs } = await payload.db.find<{ id: string }>({
      collection: 'audit-events',
      where: { at: { less_than_equal: before } },
      limit: BATCH,
      pagination: false,
      select: {},
    })
    const ids = docs.map(({ id }) => id)
    if (ids.length === 0) return forgotten
    await payload.db.deleteMany({ collection: 'audit-events', where: { id: { in: ids } } })
    forgotten += ids.length
  }
}
