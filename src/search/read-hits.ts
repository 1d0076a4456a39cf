import type { Payload } from 'payload'
import { type PublicBriefing, toPublicPart } from '@/access/to-public-part'
import { payloadUserOf, type Viewer } from '@/access/viewer'
import type { Briefing } from '@/payload-types'
import { publishedBy } from './read-published'

const PUBLIC_FIELDS = {
  reference: true,
  slug: true,
  title: true,
  summary: true,
  type: true,
  series: true,
  topics: true,
  nations: true,
  publishedAt: true,
  revisedAt: true,
  readingMinutes: true,
  headingCount: true,
  caseStudyCount: true,
  sourceCount: true,
  createdAt: true,
} as const

/**
 * The public part of those of `ids` that the viewer may know of at `now`, by the database's own word.
 *
 * An index may be behind; what it names is answered only through here. Authors are left out: no hit shows them.
 */
export async function readHits(
  payload: Payload,
  viewer: Viewer,
  ids: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, PublicBriefing>> {
  if (ids.length === 0) return new Map()
  const { docs } = await payload.find({
    collection: 'briefings',
    where: { and: [{ id: { in: [...ids] } }, publishedBy(now)] },
    select: PUBLIC_FIELDS,
    depth: 1,
    pagination: false,
    draft: false,
    overrideAccess: false,
    user: payloadUserOf(viewer),
  })
  return new Map(docs.map((briefing) => [briefing.id, toPublicPart(briefing as Briefing, [])]))
}
