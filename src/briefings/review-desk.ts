import type { Payload } from 'payload'
import { toLongDate } from '@/lib/london-time'
import type { ReviewComment, ReviewLink } from '@/payload-types'
import { readThreads } from './review-comments'
import { isOpen, readLinks } from './review-links'

export type SaidView = {
  readonly id: string
  readonly text: string
  readonly place: string | null
  readonly quote: string | null
  /** Who, from where and when, in a line. */
  readonly signature: string
}

export type ThreadView = SaidView & {
  /** Who settled it and when, or null while it is open. */
  readonly settled: string | null
  readonly answers: readonly SaidView[]
}

export type ReaderView = {
  readonly id: string
  readonly name: string
  readonly standing: string
  readonly isOpen: boolean
}

/** What the desk shows of a briefing's review, in words: nothing in it is secret from staff. */
export type ReviewDeskView = {
  readonly threads: readonly ThreadView[]
  readonly readers: readonly ReaderView[]
}

const said = ({ id, text, place, quote, byName, linkId, at }: ReviewComment): SaidView => ({
  id,
  text,
  place: place ?? null,
  quote: quote ?? null,
  signature: `${byName}${linkId ? ', outside reader' : ''}, ${toLongDate(at)}`,
})

const settledBy = ({ state, resolvedByName, resolvedAt }: ReviewComment): string | null =>
  state === 'resolved' && resolvedAt
    ? `Settled by ${resolvedByName ?? 'somebody'} on ${toLongDate(resolvedAt)}`
    : null

function standingOf(link: ReviewLink, now: Date): string {
  if (link.endedAt)
    return `Ended by ${link.endedByName ?? 'somebody'} on ${toLongDate(link.endedAt)}`
  return isOpen(link, now)
    ? `Invited by ${link.byName}, until ${toLongDate(link.expiresAt)}`
    : `Ran out on ${toLongDate(link.expiresAt)}`
}

/** The comments on a briefing's drafts and its outside readers, as the desk shows them. */
export async function readReviewDesk(
  payload: Payload,
  briefingId: string,
  now: Date,
): Promise<ReviewDeskView> {
  const threads = await readThreads(payload, briefingId)
  const links = await readLinks(payload, briefingId)
  return {
    threads: threads.map(({ comment, answers }) => ({
      ...said(comment),
      settled: settledBy(comment),
      answers: answers.map(said),
    })),
    readers: links.map((link) => ({
      id: link.id,
      name: link.name,
      standing: standingOf(link, now),
      isOpen: isOpen(link, now),
    })),
  }
}
