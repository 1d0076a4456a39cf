import type { Payload } from 'payload'
import { briefingPath } from '@/access/to-public-part'
import { payloadUserOf, type Viewer } from '@/access/viewer'

/** A briefing as a line of a list of all. */
export type TitleLine = {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly url: string
  /** ISO date-time. */
  readonly publishedAt: string
}

/** Every briefing published by now, the newest first, as little of it as a line needs. Staff see no drafts here either. */
export async function listTitles(
  payload: Payload,
  viewer: Viewer,
  now: Date,
): Promise<readonly TitleLine[]> {
  const { docs } = await payload.find({
    collection: 'briefings',
    where: {
      and: [
        { _status: { equals: 'published' } },
        { publishedAt: { less_than_equal: now.toISOString() } },
      ],
    },
    sort: ['-publishedAt', 'slug'],
    pagination: false,
    depth: 0,
    select: { reference: true, slug: true, title: true, publishedAt: true, createdAt: true },
    overrideAccess: false,
    user: payloadUserOf(viewer),
    context: { now },
  })
  return docs.map(({ id, reference, slug, title, publishedAt, createdAt }) => ({
    id,
    reference: reference ?? '',
    title,
    url: briefingPath(slug ?? ''),
    publishedAt: publishedAt ?? createdAt,
  }))
}
