import type { Payload } from 'payload'
import { z } from 'zod'
import { errorAnswer, jsonAnswer } from '@/app/answers'
import { thePayload } from '@/app/payload'
import { readSmallJson } from '@/app/small-body'
import { staffAsking } from '@/app/staff-asking'
import { addComment, LONGEST_COMMENT, settleComment } from '@/briefings/review-comments'
import { readReviewDesk } from '@/briefings/review-desk'
import { endLink, inviteReader } from '@/briefings/review-links'
import { settings } from '@/config/settings'
import type { Staff } from '@/payload-types'

const MOST_BYTES = 16_384

const id = z.string().min(1).max(64)

const asked = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('comment'),
    briefingId: id,
    text: z.string().max(2 * LONGEST_COMMENT),
    place: z.string().max(200).optional(),
    quote: z.string().max(500).optional(),
    answerTo: id.optional(),
  }),
  z.strictObject({ act: z.enum(['resolve', 'reopen']), briefingId: id, commentId: id }),
  z.strictObject({
    act: z.literal('invite'),
    briefingId: id,
    name: z.string().max(120),
    days: z.number().int(),
  }),
  z.strictObject({ act: z.literal('end-link'), briefingId: id, linkId: id }),
])

type Asked = z.infer<typeof asked>
type Asking = { readonly payload: Payload; readonly staff: Staff; readonly now: Date }
type Done = { readonly url?: string } | { readonly why: string; readonly status: 400 | 404 }

const NOT_THERE: Done = { why: 'That is not there any more.', status: 404 }

async function act(data: Asked, { payload, staff, now }: Asking): Promise<Done> {
  switch (data.act) {
    case 'comment': {
      const outcome = await addComment({ ...data, payload, by: { staff }, now })
      return outcome.kind === 'added' ? {} : { why: outcome.why, status: 400 }
    }
    case 'invite': {
      const { siteUrl } = settings()
      const outcome = await inviteReader({ ...data, payload, staff, siteUrl, now })
      return outcome.kind === 'invited' ? { url: outcome.url } : { why: outcome.why, status: 400 }
    }
    case 'end-link': {
      const ended = await endLink(payload, { linkId: data.linkId, staff, now })
      return ended === 'ended' ? {} : NOT_THERE
    }
    default: {
      const isSettled = data.act === 'resolve'
      const args = { commentId: data.commentId, isSettled, staff, now }
      return (await settleComment(payload, args)) === 'settled' ? {} : NOT_THERE
    }
  }
}

/**
 * For the desk: comments on drafts and the links of outside readers. To anybody but staff it is not there.
 *
 * `{ act: comment | resolve | reopen | invite | end-link, briefingId, … }`, answered with what the desk shows then. To
 * `invite` the answer has the address as well, this once.
 */
export async function POST(request: Request): Promise<Response> {
  const staff = await staffAsking(request)
  if (!staff) return errorAnswer(404, 'There is nothing here.')
  const read = asked.safeParse(await readSmallJson(request, MOST_BYTES))
  if (!read.success) return errorAnswer(400, 'Say what is to be done.')
  const payload = await thePayload()
  const now = new Date()
  const done = await act(read.data, { payload, staff, now })
  if ('why' in done) return errorAnswer(done.status, done.why)
  return jsonAnswer({ ...done, desk: await readReviewDesk(payload, read.data.briefingId, now) })
}
