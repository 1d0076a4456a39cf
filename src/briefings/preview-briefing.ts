import type { Payload } from 'payload'
import { NAMES_OF_REFERENCES } from '@/access/public-fields'
import { type PublicBriefing, toPublicPart } from '@/access/to-public-part'
import { payloadUserOf, visitor } from '@/access/viewer'
import { idsOf } from '@/lib/ids'
import type { Briefing, Staff } from '@/payload-types'
import { authorsIn, authorsOf } from './authors-of'
import { type FullBriefing, toFullBriefing } from './full-briefing'
import { listBriefings } from './list-briefings'

export type PreviewArgs = {
  readonly payload: Payload
  readonly id: string
  readonly staff: Staff
  readonly now: Date
}

export type BriefingPreview = {
  readonly teaser: PublicBriefing
  readonly full: FullBriefing
}

/** Never answered to anybody but staff: the latest version, draft or not. */
async function latest({ payload, id, staff, now }: PreviewArgs): Promise<Briefing | null> {
  return payload.findByID({
    collection: 'briefings',
    id,
    draft: true,
    depth: 1,
    populate: NAMES_OF_REFERENCES,
    disableErrors: true,
    overrideAccess: false,
    user: payloadUserOf({ kind: 'staff', staff }),
    context: { now },
  })
}

/**
 * The latest version of a briefing as its page would have it for a visitor and for a member, or null where there is none.
 *
 * Related briefings are those that readers have. A link in the text to another draft leads there, for staff may follow it.
 */
export async function previewBriefing(args: PreviewArgs): Promise<BriefingPreview | null> {
  const row = await latest(args)
  if (!row) return null
  const { payload, now } = args
  const ids = idsOf(row.related)
  const related = await listBriefings({ payload, viewer: visitor, ids, limit: ids.length, now })
  const teaser = toPublicPart(row, authorsIn(await authorsOf(payload, [row]), row))
  return { teaser, full: toFullBriefing(row, teaser, related.briefings, now) }
}
