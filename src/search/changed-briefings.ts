import type { Payload } from 'payload'

const OVERLAP = 5 * 60 * 1000

/** How far the loop has followed the briefings. Kept by a process for itself: without it everything is compared. */
export type Followed = {
  readonly at: Date
  /** The latest `updatedAt` noticed, by the database's own word. */
  readonly latest: string
  /** When something was last noticed. */
  readonly noticedAt: Date
  /** What was noticed lately, so that the overlap costs no second reading. */
  readonly seen: ReadonlyMap<string, string>
}

export async function followFrom(payload: Payload, now: Date): Promise<Followed> {
  const { docs } = await payload.find({
    collection: 'briefings',
    depth: 0,
    limit: 1,
    pagination: false,
    sort: '-updatedAt',
    select: { updatedAt: true },
    overrideAccess: true,
  })
  const latest = docs[0]?.updatedAt ?? new Date(0).toISOString()
  return { at: now, latest, noticedAt: now, seen: new Map() }
}

const earlier = (date: Date | string): string =>
  new Date(new Date(date).getTime() - OVERLAP).toISOString()

/**
 * The briefings changed or come due since, and how far that takes us.
 *
 * Looks back five minutes behind what it has noticed, for saves that were slow to arrive or clocks that disagree;
 * once nothing has happened for as long, a look costs an empty query.
 */
export async function changedBriefings(
  payload: Payload,
  followed: Followed,
  now: Date,
): Promise<{ readonly ids: readonly string[]; readonly followed: Followed }> {
  const isQuiet = now.getTime() - followed.noticedAt.getTime() > OVERLAP
  const { docs } = await payload.find({
    collection: 'briefings',
    where: {
      or: [
        { updatedAt: { greater_than: isQuiet ? followed.latest : earlier(followed.latest) } },
        {
          and: [
            { publishedAt: { greater_than: earlier(followed.at) } },
            { publishedAt: { less_than_equal: now.toISOString() } },
          ],
        },
      ],
    },
    depth: 0,
    pagination: false,
    select: { updatedAt: true, publishedAt: true },
    overrideAccess: true,
  })
  const nowIso = now.toISOString()
  const seen = new Map(
    docs.map(({ id, updatedAt, publishedAt }) => [
      id,
      `${updatedAt} ${(publishedAt ?? nowIso) <= nowIso ? 'due' : 'later'}`,
    ]),
  )
  const ids = [...seen].filter(([id, state]) => followed.seen.get(id) !== state).map(([id]) => id)
  const latest = docs.reduce(
    (most, doc) => (doc.updatedAt > most ? doc.updatedAt : most),
    followed.latest,
  )
  const noticedAt = ids.length > 0 ? now : followed.noticedAt
  return { ids, followed: { at: now, latest, noticedAt, seen } }
}
