import { z } from 'zod'
import { errorAnswer, jsonAnswer } from '@/app/answers'
import { thePayload } from '@/app/payload'
import { readSmallJson } from '@/app/small-body'
import { staffAsking } from '@/app/staff-asking'
import { dropWork, keepWork } from '@/briefings/working-copies'

const MOST_BYTES = 1_000_000

const document = z.string().regex(/^(new-)?[0-9a-f-]{24,36}$/)

const asked = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('keep'),
    document,
    startedFrom: z.string().max(40).nullable(),
    content: z.record(z.string(), z.unknown()),
  }),
  z.strictObject({ act: z.literal('drop'), document }),
])

/**
 * For the desk: keeps what somebody types until they save it, and forgets it. To anybody but staff it is not there.
 *
 * `{ act: keep, document, startedFrom, content }` is answered with `{ keptAt }`, `{ act: drop, document }` with `{}`.
 */
export async function POST(request: Request): Promise<Response> {
  const staff = await staffAsking(request)
  if (!staff) return errorAnswer(404, 'There is nothing here.')
  const read = asked.safeParse(await readSmallJson(request, MOST_BYTES))
  if (!read.success) return errorAnswer(400, 'This cannot be kept: save it instead.')
  const payload = await thePayload()
  if (read.data.act === 'drop') {
    await dropWork(payload, staff.id, read.data.document)
    return jsonAnswer({})
  }
  const now = new Date()
  const outcome = await keepWork(payload, { ...read.data, staff, now })
  if (outcome === 'gone') return errorAnswer(404, 'This briefing was deleted meanwhile.')
  return jsonAnswer({ keptAt: now.toISOString() })
}
