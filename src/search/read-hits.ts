import type { Payload } from 'payload'
import { PUBLIC_FIELDS } from '@/access/public-fields'
import { type PublicBriefing, toPublicPart } from '@/access/to-public-part'
import { payloadUserOf, type Viewer } from '@/access/viewer'
import type { Briefing } from '@/payload-types'
import { publishedBy } from './read-published'

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
