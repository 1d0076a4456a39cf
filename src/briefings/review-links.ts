import type { Payload } from 'payload'
import { idsOf } from '@/lib/ids'
import { inReadingOrder } from '@/lib/lexical/citations'
import { readLink, signLink } from '@/lib/signed-link'
import type { Briefing, ReviewLink, Source, Staff } from '@/payload-types'

/** Told apart from other signed links, and from links signed otherwise one day. */
const PURPOSE = 'outside reader of a draft, 1'

const DAY = 24 * 60 * 60 * 1000
export const LONGEST_DAYS = 14
const MOST_OPEN = 10

export type InviteOutcome =
  | { readonly kind: 'invited'; readonly url: string; readonly link: ReviewLink }
  /** `why` is a sentence for the person who asked. */
  | { readonly kind: 'incomplete'; readonly why: string }

export type InviteArgs = {
  readonly payload: Payload
  readonly briefingId: string
  /** Who is asked, as staff and the expert read it. */
  readonly name: string
  readonly days: number
  readonly staff: Staff
  readonly siteUrl: string
  readonly now: Date
}

async function latestDraft(payload: Payload, briefingId: string): Promise<string | null> {
  const { docs } = await payload.findVersions({
    collection: 'briefings',
    where: { parent: { equals: briefingId } },
    sort: '-updatedAt',
    limit: 1,
    depth: 0,
    overrideAccess: true,
  })
  const [latest] = docs
  return latest?.version._status === 'draft' ? latest.id : null
}

/** Whether an outside reader may still come in by it. */
export const isOpen = (link: ReviewLink, now: Date): boolean =>
  !link.endedAt && new Date(link.expiresAt) > now

/** The outside readers a briefing has had, the newest first. */
export async function readLinks(payload: Payload, briefingId: string): Promise<ReviewLink[]> {
  const { docs } = await payload.find({
    collection: 'review-links',
    where: { briefingId: { equals: briefingId } },
    sort: '-at',
    limit: 50,
    depth: 0,
    overrideAccess: true,
  })
  return docs
}

/**
 * Makes a way in for one outside expert: to the latest version of one draft, and to that version alone, for at most 14 days.
 *
 * The address is in the answer and nowhere else: it is signed, not kept. Each call makes another.
 */
export async function inviteReader(args: InviteArgs): Promise<InviteOutcome> {
  const { payload, briefingId, staff, siteUrl, now } = args
  const name = args.name.trim().slice(0, 120)
  if (name === '') return { kind: 'incomplete', why: 'Say who is to read it.' }
  if (!Number.isInteger(args.days) || args.days < 1 || args.days > LONGEST_DAYS) {
    return { kind: 'incomplete', why: `A link works for 1 to ${LONGEST_DAYS} days.` }
  }
  const versionId = await latestDraft(payload, briefingId)
  if (!versionId) return { kind: 'incomplete', why: 'There is no draft to show. Save one first.' }
  const open = (await readLinks(payload, briefingId)).filter((link) => isOpen(link, now))
  if (open.length >= MOST_OPEN) {
    return { kind: 'incomplete', why: `${MOST_OPEN} links to it are open. End one first.` }
  }
  const expiresAt = new Date(now.getTime() + args.days * DAY)
  const link = await payload.create({
    collection: 'review-links',
    overrideAccess: true,
    data: {
      ...{ briefingId, versionId, name },
      by: staff.id,
      byName: staff.name,
      at: now.toISOString(),
      expiresAt: expiresAt.toISOString(),
    },
  })
  const token = signLink(payload.secret, PURPOSE, link.id, expiresAt)
  return { kind: 'invited', url: `${siteUrl}/review/${token}`, link }
}

/** Ends an outside reader's link at once. Safe to repeat: the first end stands. */
export async function endLink(
  payload: Payload,
  { linkId, staff, now }: { linkId: string; staff: Staff; now: Date },
): Promise<'ended' | 'no-such-link'> {
  const link = await payload.findByID({
    collection: 'review-links',
    id: linkId,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
  })
  if (!link) return 'no-such-link'
  if (link.endedAt) return 'ended'
  await payload.update({
    collection: 'review-links',
    id: linkId,
    overrideAccess: true,
    data: { endedAt: now.toISOString(), endedByName: staff.name },
  })
  return 'ended'
}

/** One version of one draft, and nothing of any other briefing. */
export type SharedDraft = {
  readonly title: string
  readonly summary: string
  readonly keyPoints: readonly string[]
  readonly body: Briefing['body']
  /** In the order of their numbers, from 1. */
  readonly sources: readonly Source[]
}

export type OpenedDraft =
  | { readonly kind: 'open'; readonly link: ReviewLink; readonly draft: SharedDraft }
  | { readonly kind: 'ended' }
  | { readonly kind: 'unknown' }

async function sourcesOf(payload: Payload, { body, sources }: Briefing): Promise<Source[]> {
  const ids = inReadingOrder(body, idsOf(sources))
  const { docs } = await payload.find({
    collection: 'sources',
    where: { id: { in: ids } },
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  // What staff note of a source is no part of a draft.
  const byId = new Map(docs.map((source) => [source.id, { ...source, note: null, key: null }]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Read without what it refers to: a link in the text to another draft is its words alone. */
async function versionOf(payload: Payload, { versionId }: ReviewLink): Promise<Briefing | null> {
  const found = await payload.findVersionByID({
    collection: 'briefings',
    id: versionId,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
  })
  // Payload's types say that it is always there; with errors disabled it may not be.
  return (found as typeof found | null)?.version ?? null
}

/**
 * What an outside expert's link shows at `now`. Changes nothing.
 *
 * `ended` is told only to whoever holds a link that we signed: it has run out, or staff ended it, or the version is gone.
 */
export async function openDraft(payload: Payload, token: string, now: Date): Promise<OpenedDraft> {
  const read = readLink(payload.secret, PURPOSE, token, now)
  if (read.kind !== 'good') return { kind: read.kind === 'expired' ? 'ended' : 'unknown' }
  const link = await payload.findByID({
    collection: 'review-links',
    id: read.id,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
  })
  if (!link || !isOpen(link, now)) return { kind: 'ended' }
  const version = await versionOf(payload, link)
  if (!version) return { kind: 'ended' }
  const { title, summary, keyPoints, body } = version
  const sources = await sourcesOf(payload, version)
  const points = (keyPoints ?? []).map(({ text }) => text)
  return { kind: 'open', link, draft: { title, summary, keyPoints: points, body, sources } }
}
