import type { Payload } from 'payload'
import { NAMES_OF_REFERENCES } from '@/access/public-fields'
import { type PublicBriefing, toPublicPart } from '@/access/to-public-part'
import { payloadUserOf, readsMemberText, type Viewer } from '@/access/viewer'
import { idsOf } from '@/lib/ids'
import type { Briefing } from '@/payload-types'
import { authorsIn, authorsOf } from './authors-of'
import { type FullBriefing, toFullBriefing } from './full-briefing'
import { listBriefings } from './list-briefings'

export type ReadBriefingArgs = {
  readonly payload: Payload
  readonly slug: string
  readonly viewer: Viewer
  readonly now: Date
}

export type BriefingReading =
  | { readonly kind: 'full'; readonly briefing: FullBriefing }
  | { readonly kind: 'teaser'; readonly teaser: PublicBriefing }
  | { readonly kind: 'missing' }

async function rowBySlug({ payload, slug, viewer, now }: ReadBriefingArgs) {
  const { docs } = await payload.find({
    collection: 'briefings',
    where: { slug: { equals: slug } },
    limit: 1,
    pagination: false,
    depth: 1,
    populate: NAMES_OF_REFERENCES,
    overrideAccess: false,
    user: payloadUserOf(viewer),
    context: { now },
  })
  return docs[0]
}

async function related(args: ReadBriefingArgs, row: Briefing): Promise<readonly PublicBriefing[]> {
  const ids = idsOf(row.related)
  const { briefings } = await listBriefings({ ...args, ids, limit: ids.length })
  return briefings
}

/**
 * A briefing as `viewer` may read it at `now`: the whole for active members and staff, the public part for everyone
 * else. A draft or a briefing of the future is `missing` to all but staff, as if its address were unknown.
 */
export async function readBriefing(args: ReadBriefingArgs): Promise<BriefingReading> {
  const row = await rowBySlug(args)
  if (!row) return { kind: 'missing' }
  const teaser = toPublicPart(row, authorsIn(await authorsOf(args.payload, [row]), row))
  if (!readsMemberText(args.viewer)) return { kind: 'teaser', teaser }
  return { kind: 'full', briefing: toFullBriefing(row, teaser, await related(args, row), args.now) }
}
