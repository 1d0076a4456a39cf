import type { Payload } from 'payload'
import { briefingPath } from '@/access/to-public-part'
import type { Briefing } from '@/payload-types'

/** Where to read on: a briefing that readers have. */
export type Onward = { readonly title: string; readonly url: string }

/** What is left of a withdrawn briefing for readers. */
export type WithdrawnBriefing = {
  readonly title: string
  readonly reference: string
  readonly reason: string
  readonly replacedBy: Onward | null
}

type Asking = { readonly payload: Payload; readonly slug: string; readonly now: Date }

/** The briefing to read instead, as long as readers have it. */
export async function readOnward(
  { payload, now }: Omit<Asking, 'slug'>,
  replacedBy: Briefing['replacedBy'],
): Promise<Onward | null> {
  const id = typeof replacedBy === 'object' ? replacedBy?.id : replacedBy
  if (!id) return null
  const { docs } = await payload.find({
    collection: 'briefings',
    where: { id: { equals: id } },
    limit: 1,
    depth: 0,
    select: { title: true, slug: true },
    overrideAccess: false,
    context: { now },
  })
  const [found] = docs
  return found ? { title: found.title, url: briefingPath(found.slug ?? '') } : null
}

/** A briefing that was withdrawn after readers had it, by its address, or null. Its text is not read. */
export async function readWithdrawn({
  payload,
  slug,
  now,
}: Asking): Promise<WithdrawnBriefing | null> {
  const { docs } = await payload.find({
    collection: 'briefings',
    where: {
      and: [
        { slug: { equals: slug } },
        { ending: { equals: 'withdrawn' } },
        { _status: { equals: 'draft' } },
        { firstPublishedAt: { less_than_equal: now.toISOString() } },
      ],
    },
    limit: 1,
    depth: 0,
    select: { title: true, reference: true, endingReason: true, replacedBy: true },
    overrideAccess: true,
  })
  const [row] = docs
  if (!row) return null
  return {
    title: row.title,
    reference: row.reference ?? '',
    reason: row.endingReason ?? '',
    replacedBy: await readOnward({ payload, now }, row.replacedBy),
  }
}
