import type { Payload, Where } from 'payload'
import type { Briefing } from '@/payload-types'
import type { SearchDocument } from './search-document'
import type { Subjects } from './subjects'
import { toSearchDocument } from './to-search-document'

/** Briefings readers may know of at `now`: published, and not dated later. */
export const publishedBy = (now: Date): Where => ({
  _status: { equals: 'published' },
  publishedAt: { less_than_equal: now.toISOString() },
})

const idOf = (value: string | { id: string }): string =>
  typeof value === 'string' ? value : value.id

async function sourceTitles(payload: Payload, briefings: readonly Briefing[]) {
  const wanted = [...new Set(briefings.flatMap(({ sources }) => (sources ?? []).map(idOf)))]
  if (wanted.length === 0) return new Map<string, string>()
  const { docs } = await payload.find({
    collection: 'sources',
    where: { id: { in: wanted } },
    depth: 0,
    pagination: false,
    select: { title: true },
    overrideAccess: true,
  })
  return new Map(docs.map(({ id, title }) => [id, title]))
}

/** Those of `ids` that are published by `now`, as the search holds them. Drafts upon them are not read. */
export async function readPublished(
  payload: Payload,
  subjects: Subjects,
  ids: readonly string[],
  now: Date,
): Promise<SearchDocument[]> {
  const { docs } = await payload.find({
    collection: 'briefings',
    where: { and: [{ id: { in: [...ids] } }, publishedBy(now)] },
    depth: 0,
    pagination: false,
    draft: false,
    overrideAccess: true,
  })
  const titles = await sourceTitles(payload, docs)
  return docs.map((briefing) =>
    toSearchDocument(
      briefing,
      subjects,
      (briefing.sources ?? []).map((source) => titles.get(idOf(source)) ?? ''),
    ),
  )
}

/** Ids of all published by `now`. */
export async function publishedIds(payload: Payload, now: Date): Promise<string[]> {
  const { docs } = await payload.find({
    collection: 'briefings',
    where: publishedBy(now),
    depth: 0,
    pagination: false,
    select: { updatedAt: true },
    overrideAccess: true,
  })
  return docs.map(({ id }) => id)
}
