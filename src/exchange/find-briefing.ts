import type { Payload, Where } from 'payload'
import { toSlug } from '@/lib/slug'
import type { Briefing } from '@/payload-types'
import type { BriefingLine } from './briefing-line'
import type { Fault } from './faults'
import { slugFamily } from './free-slug'

export type Finding =
  | { readonly kind: 'found'; readonly briefing: Briefing }
  | { readonly kind: 'none' }
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] }

/** Two briefings of one title have neighbouring slugs: so many are looked through. */
const NEIGHBOURS = 20

async function briefingsWhere(payload: Payload, where: Where): Promise<Briefing[]> {
  const { docs } = await payload.find({
    collection: 'briefings',
    overrideAccess: true,
    depth: 0,
    pagination: false,
    sort: 'createdAt',
    where,
  })
  return docs
}

async function byTitle(payload: Payload, line: BriefingLine): Promise<Briefing | undefined> {
  const slug = toSlug(line.title)
  if (slug === '') return undefined
  const neighbours = await briefingsWhere(payload, { slug: { in: slugFamily(slug, NEIGHBOURS) } })
  return neighbours.find(({ title }) => title === line.title)
}

/**
 * The stored briefing a line means: the one of its reference, else of its slug, else one whose title is the same.
 *
 * A line with a reference of its own is never taken for a briefing of the same title that has another: real archives
 * hold many an “About us”.
 */
export async function findBriefing(payload: Payload, line: BriefingLine): Promise<Finding> {
  const { reference, slug } = line
  const ofReference = reference
    ? (await briefingsWhere(payload, { reference: { equals: reference } }))[0]
    : undefined
  const ofSlug = slug ? (await briefingsWhere(payload, { slug: { equals: slug } }))[0] : undefined
  if (ofReference && ofSlug && ofReference.id !== ofSlug.id) {
    const owner = ofSlug.reference ?? ofSlug.title
    const fault = { field: 'slug', message: `belongs to another briefing, ${owner}` }
    return { kind: 'faulty', faults: [fault] }
  }
  const ofTitle = reference || slug ? undefined : await byTitle(payload, line)
  const briefing = ofReference ?? ofSlug ?? ofTitle
  return briefing ? { kind: 'found', briefing } : { kind: 'none' }
}

/**
 * What officers see of it: its latest version.
 *
 * Null while unpublished changes lie over what is public: saving then would publish them.
 */
export async function latestOf(payload: Payload, briefing: Briefing): Promise<Briefing | null> {
  const latest = await payload.findByID({
    collection: 'briefings',
    id: briefing.id,
    overrideAccess: true,
    depth: 0,
    draft: true,
  })
  const isOverlaid = briefing._status === 'published' && latest._status !== 'published'
  return isOverlaid ? null : latest
}

export const OVERLAID: Fault = {
  field: 'status',
  message:
    'cannot be changed: the briefing holds changes that are not published. Publish or discard them in the admin first',
}
