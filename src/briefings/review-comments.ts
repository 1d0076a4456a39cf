import type { Payload, Where } from 'payload'
import type { ReviewComment, ReviewLink, Staff } from '@/payload-types'

export const LONGEST_COMMENT = 2000
const MOST_BY_ONE_LINK = 100
const MOST_SHOWN = 300

/** A comment on a draft, with what was answered to it, the oldest first. */
export type Thread = {
  readonly comment: ReviewComment
  readonly answers: readonly ReviewComment[]
}

/** Who comments: a member of staff, or the outside expert of one link. */
export type Commenter = { readonly staff: Staff } | { readonly link: ReviewLink }

export type CommentArgs = {
  readonly payload: Payload
  readonly briefingId: string
  readonly by: Commenter
  readonly text: string
  /** The heading it is about, as the text has it. Empty for the whole. */
  readonly place?: string
  /** The words it is about. */
  readonly quote?: string
  /** The comment it answers. */
  readonly answerTo?: string
  readonly now: Date
}

export type CommentOutcome =
  | { readonly kind: 'added'; readonly comment: ReviewComment }
  /** `why` is a sentence for the person who asked. */
  | { readonly kind: 'incomplete'; readonly why: string }

async function commentsWhere(payload: Payload, where: Where): Promise<ReviewComment[]> {
  const { docs } = await payload.find({
    collection: 'review-comments',
    where,
    sort: ['at', 'createdAt', 'id'],
    limit: MOST_SHOWN,
    depth: 0,
    overrideAccess: true,
  })
  return docs
}

function inThreads(comments: readonly ReviewComment[]): Thread[] {
  return comments
    .filter(({ answerTo }) => !answerTo)
    .map((comment) => ({
      comment,
      answers: comments.filter(({ answerTo }) => answerTo === comment.id),
    }))
}

/** What was said of a briefing's drafts: what is open first, each in the order it was said. */
export async function readThreads(payload: Payload, briefingId: string): Promise<Thread[]> {
  const threads = inThreads(await commentsWhere(payload, { briefingId: { equals: briefingId } }))
  const inState = (state: ReviewComment['state']) =>
    threads.filter(({ comment }) => comment.state === state)
  return [...inState('open'), ...inState('resolved')]
}

/** What one outside expert said by their link. They are shown nobody else's words. */
export const readOwnComments = (payload: Payload, { id }: ReviewLink): Promise<ReviewComment[]> =>
  commentsWhere(payload, { linkId: { equals: id } })

const trimmed = (text: string | undefined, most: number): string | null =>
  text?.trim().slice(0, most) || null

const signatureOf = (by: Commenter) =>
  'staff' in by
    ? { by: by.staff.id, byName: by.staff.name }
    : { linkId: by.link.id, versionId: by.link.versionId, byName: by.link.name }

async function whyNot({ payload, by, text, answerTo, briefingId }: CommentArgs) {
  const length = text.trim().length
  if (length === 0) return 'Write what you would like to say.'
  if (length > LONGEST_COMMENT) {
    return `A comment may have ${LONGEST_COMMENT} characters; this one has ${length}.`
  }
  if ('link' in by && (await readOwnComments(payload, by.link)).length >= MOST_BY_ONE_LINK) {
    return `One link takes ${MOST_BY_ONE_LINK} comments. Write to the officer about the rest.`
  }
  if (!answerTo) return null
  const [answered] = await commentsWhere(payload, { id: { equals: answerTo } })
  return answered?.briefingId === briefingId && !answered.answerTo
    ? null
    : 'The comment you answer is not there any more.'
}

/** Adds a comment, or an answer to one, as it was written: never read as markup. Each call adds another. */
export async function addComment(args: CommentArgs): Promise<CommentOutcome> {
  const why = await whyNot(args)
  if (why) return { kind: 'incomplete', why }
  const comment = await args.payload.create({
    collection: 'review-comments',
    overrideAccess: true,
    data: {
      briefingId: args.briefingId,
      text: args.text.trim(),
      place: trimmed(args.place, 200),
      quote: trimmed(args.quote, 500),
      answerTo: args.answerTo ?? null,
      ...signatureOf(args.by),
      at: args.now.toISOString(),
      state: 'open',
    },
  })
  return { kind: 'added', comment }
}

/** Marks a comment as settled, or as open again. Safe to repeat. */
export async function settleComment(
  payload: Payload,
  args: { commentId: string; isSettled: boolean; staff: Staff; now: Date },
): Promise<'settled' | 'no-such-comment'> {
  const { commentId, isSettled, staff, now } = args
  const { docs } = await payload.update({
    collection: 'review-comments',
    where: { and: [{ id: { equals: commentId } }, { answerTo: { exists: false } }] },
    overrideAccess: true,
    depth: 0,
    data: isSettled
      ? { state: 'resolved', resolvedByName: staff.name, resolvedAt: now.toISOString() }
      : { state: 'open', resolvedByName: null, resolvedAt: null },
  })
  return docs.length > 0 ? 'settled' : 'no-such-comment'
}
