import { z } from 'zod'
import {
  type MadeOrganisation,
  organisationOfEnquiry,
} from '@/members/organisation/organisation-of-enquiry'
import { administratorAsking, type DeskAsk } from './administrator-asking'
import { errorAnswer, jsonAnswer } from './answers'
import { readSmallJson } from './small-body'

const MOST_BYTES = 4096

const day = z.iso.date()

const asked = z.strictObject({
  id: z.string().min(1).max(64),
  kind: z.enum(['council', 'housing', 'charity', 'other']),
  from: day,
  to: day,
  seats: z.int().min(1).max(100_000).nullable(),
  colleaguesJoin: z.boolean(),
})

const SAYING: Record<string, string> = {
  kind: 'Choose what kind of organisation it is.',
  from: 'Give the first day of membership.',
  to: 'Give the last day of membership.',
  seats: 'Give the seats as a whole number from 1 to 100,000, or none for any number.',
}

/** The first that must be mended, by its name. */
const whatIsMissing = ({ issues }: z.ZodError): string =>
  SAYING[String(issues[0]?.path[0])] ?? 'The desk asked for something that cannot be made.'

function answerTo(made: MadeOrganisation): Response {
  if (made.kind === 'made') return jsonAnswer({ organisation: made.organisationId })
  if (made.kind === 'refused') return errorAnswer(400, made.why)
  return errorAnswer(404, 'There is no such enquiry.')
}

/**
 * For the desk: makes an organisation of an enquiry to join: `{ id, kind, from, to, seats, colleaguesJoin }`. Administrators
 * look after organisations; to officers and editors that is said, and to all others it is not there.
 */
export async function answerMakeOrganisation(request: Request, ask: DeskAsk): Promise<Response> {
  const by = administratorAsking(request, ask, 'Administrators look after organisations.')
  if (by instanceof Response) return by
  const read = asked.safeParse(await readSmallJson(request, MOST_BYTES))
  if (!read.success) {
    return errorAnswer(400, whatIsMissing(read.error))
  }
  const { id, ...wish } = read.data
  const { payload, now, afterAnswer } = ask
  const made = await organisationOfEnquiry({ payload, enquiryId: id, wish, by, now })
  if (made.kind === 'made') afterAnswer()
  return answerTo(made)
}
