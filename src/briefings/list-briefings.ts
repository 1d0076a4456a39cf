import type { Payload, Where } from 'payload'
import { PUBLIC_FIELDS } from '@/access/public-fields'
import { type PublicBriefing, toPublicPart } from '@/access/to-public-part'
import { payloadUserOf, type Viewer } from '@/access/viewer'
import type { Briefing } from '@/payload-types'
import { authorsIn, authorsOf } from './authors-of'

export type ListBriefingsArgs = {
  readonly payload: Payload
  readonly viewer: Viewer
  readonly limit: number
  /** From 1. */
  readonly page?: number
  readonly topicIds?: readonly string[]
  readonly seriesId?: string
  readonly authorId?: string
  readonly ids?: readonly string[]
  readonly now?: Date
}

function conditions(args: ListBriefingsArgs, now: Date): Where {
  const { topicIds, seriesId, authorId, ids } = args
  return {
    and: [
      { _status: { equals: 'published' } },
      { publishedAt: { less_than_equal: now.toISOString() } },
      ...(topicIds ? [{ topics: { in: [...topicIds] } }] : []),
      ...(seriesId ? [{ series: { equals: seriesId } }] : []),
      ...(authorId ? [{ authors: { in: [authorId] } }] : []),
      ...(ids ? [{ id: { in: [...ids] } }] : []),
    ],
  }
}

function inOrderOf(ids: readonly string[], briefings: readonly PublicBriefing[]) {
  const byId = new Map(briefings.map((briefing) => [briefing.id, briefing]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

const asksForNothing = ({ ids, topicIds }: ListBriefingsArgs) =>
  ids?.length === 0 || topicIds?.length === 0

/**
 * The public part of briefings published by now, the newest first, or in the order of `ids` where those are given.
 *
 * Staff see no drafts here either: a list shows what readers see. Two reads, however many briefings.
 */
export async function listBriefings(
  args: ListBriefingsArgs,
): Promise<{ briefings: readonly PublicBriefing[]; total: number }> {
  if (asksForNothing(args)) return { briefings: [], total: 0 }
  const { payload, viewer, limit, page = 1, ids, now = new Date() } = args
  const { docs, totalDocs } = await payload.find({
    collection: 'briefings',
    where: conditions(args, now),
    sort: ['-publishedAt', 'slug'],
    limit,
    page,
    depth: 1,
    select: { ...PUBLIC_FIELDS, authors: true },
    populate: { staff: { name: true }, topics: { name: true, slug: true } },
    overrideAccess: false,
    user: payloadUserOf(viewer),
    context: { now },
  })
  const rows = docs as Briefing[]
  const authors = await authorsOf(payload, rows)
  const briefings = rows.map((row) => toPublicPart(row, authorsIn(authors, row)))
  return { briefings: ids ? inOrderOf(ids, briefings) : briefings, total: totalDocs }
}
