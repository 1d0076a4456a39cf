import type { Payload } from 'payload'
import type { ItemReference } from './carried-items'

/** Those of these briefings, or articles, that everybody may know of at `now`. */
export async function publicIds(
  payload: Payload,
  collection: 'briefings' | 'articles',
  ids: readonly string[],
  now: Date,
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const { docs } = await payload.find({
    collection,
    overrideAccess: true,
    depth: 0,
    pagination: false,
    where: {
      id: { in: [...ids] },
      _status: { equals: 'published' },
      publishedAt: { less_than_equal: now.toISOString() },
    },
    select: { publishedAt: true },
  })
  return new Set(docs.map(({ id }) => id))
}

/**
 * Those of the items whose briefing everybody may know of at `now`.
 *
 * An issue is frozen before it is sent: a briefing that was taken back, deleted or dated into the future since then is
 * left out of every mail that has not passed the gate.
 */
export async function stillPublic<T extends Pick<ItemReference, 'briefingId'>>(
  payload: Payload,
  items: readonly T[],
  now: Date,
): Promise<T[]> {
  const ids = await publicIds(
    payload,
    'briefings',
    items.map(({ briefingId }) => briefingId),
    now,
  )
  return items.filter(({ briefingId }) => ids.has(briefingId))
}
