import type { Payload } from 'payload'
import { type ColleaguePass, lenderOf } from '@/access/colleague-pass'
import { NAMES_OF_REFERENCES } from '@/access/public-fields'
import { type PublicBriefing, toPublicPart } from '@/access/to-public-part'
import { memberViewer, payloadUserOf, readsMemberText, type Viewer } from '@/access/viewer'
import { idsOf } from '@/lib/ids'
import type { Briefing, Member } from '@/payload-types'
import { authorsIn, authorsOf } from './authors-of'
import { type FullBriefing, toFullBriefing } from './full-briefing'
import { listBriefings } from './list-briefings'
import { type Onward, readOnward, readWithdrawn, type WithdrawnBriefing } from './read-withdrawn'

export type ReadBriefingArgs = {
  readonly payload: Payload
  readonly slug: string
  readonly viewer: Viewer
  /** What colleagues sent to the browser that asks. Each opens one briefing. */
  readonly passes?: readonly ColleaguePass[]
  readonly now: Date
}

/** Why a briefing that is still there is no longer the one to read. */
export type Superseded = { readonly reason: string; readonly replacedBy: Onward | null }

type Reading<Kind> = Kind & { readonly superseded: Superseded | null }

export type BriefingReading =
  | Reading<{
      readonly kind: 'full'
      readonly briefing: FullBriefing
      /** By whose right it is read, where not by one’s own. */
      readonly lentBy?: Member
    }>
  | Reading<{ readonly kind: 'teaser'; readonly teaser: PublicBriefing }>
  | { readonly kind: 'withdrawn'; readonly withdrawn: WithdrawnBriefing }
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

async function supersededBy(args: ReadBriefingArgs, row: Briefing): Promise<Superseded | null> {
  if (row.ending !== 'superseded') return null
  return {
    reason: row.endingReason ?? '',
    replacedBy: await readOnward(args, row.replacedBy),
  }
}

async function related(args: ReadBriefingArgs, row: Briefing): Promise<readonly PublicBriefing[]> {
  const ids = idsOf(row.related)
  const { briefings } = await listBriefings({ ...args, ids, limit: ids.length })
  return briefings
}

/**
 * A briefing as `viewer` may read it at `now`: the whole for active members and staff, the public part for everyone
 * else; the whole of the one briefing for a browser that holds a colleague’s pass to it. A draft or a briefing of the future is `missing` to all but staff, as if its address were unknown. Of one that
 * was withdrawn they read that it was, and why.
 */
export async function readBriefing(args: ReadBriefingArgs): Promise<BriefingReading> {
  const row = await rowBySlug(args)
  if (!row) {
    const withdrawn = await readWithdrawn(args)
    return withdrawn ? { kind: 'withdrawn', withdrawn } : { kind: 'missing' }
  }
  const teaser = toPublicPart(row, authorsIn(await authorsOf(args.payload, [row]), row))
  const superseded = await supersededBy(args, row)
  if (!readsMemberText(args.viewer)) {
    const lent = await readByPass(args, row, teaser)
    return lent ? { ...lent, superseded } : { kind: 'teaser', teaser, superseded }
  }
  const briefing = toFullBriefing(row, teaser, await related(args, row), args.now)
  return { kind: 'full', briefing, superseded }
}

/** The text a colleague sent: read as the member who sent it, this one row alone. Files and all else stay the members’. */
async function readByPass(args: ReadBriefingArgs, { slug, id }: Briefing, teaser: PublicBriefing) {
  const lentBy = lenderOf(args.passes ?? [], id, args.now)
  if (!lentBy) return null
  const row = await rowBySlug({
    ...args,
    slug: slug ?? '',
    viewer: memberViewer(lentBy, args.now),
  })
  if (row?.id !== id) return null
  const whole = toFullBriefing(row, teaser, await related(args, row), args.now)
  return { kind: 'full' as const, briefing: { ...whole, attachments: [] }, lentBy }
}
