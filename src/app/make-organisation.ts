import type { Payload } from 'payload'
import { z } from 'zod'
import type { Viewer } from '@/access/viewer'
import {
  type MadeOrganisation,
  organisationOfEnquiry,
} from '@/members/organisation/organisation-of-enquiry'
import { errorAnswer, isSameOrigin, jsonAnswer } from './answers'
import { readSmallJson } from './small-body'

const MOST_BYTES = 4096

const day = z.iso.date()

const asked = z.strictObject({
  id: z.string().min(1).max(64),
  kind: z.enum(['council', 'housing', 'charity', 'other']),
  from: day,
  to: day,
  seats: z.int().min(1).max(100_000).nullable(),
})

function answerTo(made: MadeOrganisation): Response {
  if (made.kind === 'made') return jsonAnswer({ organisation: made.organisationId })
  if (made.kind === 'refused') return errorAnswer(400, made.why)
  return errorAnswer(404, 'There is no such enquiry.')
}

/**
 * For the desk: makes an organisation of an enquiry to join: `{ id, kind, from, to, seats }`. Administrators look after
 * organisations; to officers and editors that is said, and to all others it is not there.
 */
export async function answerMakeOrganisation(
  request: Request,
  {
    payload,
    viewer,
    siteUrl,
    afterAnswer,
    now,
  }: {
    payload: Payload
    viewer: Viewer
    siteUrl: string
    /** Called once an invitation is owed. */
    afterAnswer: () => void
    now: Date
  },
): Promise<Response> {
  if (viewer.kind !== 'staff' || !isSameOrigin(request, siteUrl)) {
    return errorAnswer(404, 'There is nothing here.')
  }
  if (viewer.staff.role !== 'administrator') {
    return errorAnswer(403, 'Administrators look after organisations.')
  }
  const read = asked.safeParse(await readSmallJson(request, MOST_BYTES))
  if (!read.success) {
    return errorAnswer(400, 'Give the first and the last day of membership, and the seats.')
  }
  const { id, ...wish } = read.data
  const made = await organisationOfEnquiry({ payload, enquiryId: id, wish, now })
  if (made.kind === 'made') afterAnswer()
  return answerTo(made)
}
