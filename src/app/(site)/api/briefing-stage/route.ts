import { z } from 'zod'
import { STAGE_ACTIONS, type StageAction } from '@/access/stage-rules'
import { errorAnswer, jsonAnswer } from '@/app/answers'
import { thePayload } from '@/app/payload'
import { readSmallJson } from '@/app/small-body'
import { staffAsking } from '@/app/staff-asking'
import { moveStage, type MoveStageOutcome } from '@/briefings/move-stage'

const MOST_BYTES = 4096

const asked = z.strictObject({
  id: z.string().min(1).max(64),
  action: z.enum(STAGE_ACTIONS as [StageAction, ...StageAction[]]),
  note: z.string().max(400).optional(),
  replacedBy: z.string().max(64).optional(),
})

function answerTo(outcome: MoveStageOutcome): Response {
  if (outcome.kind === 'moved') return jsonAnswer({ stage: outcome.standing.stage })
  if (outcome.kind === 'refused') return errorAnswer(403, outcome.why)
  if (outcome.kind === 'incomplete') return errorAnswer(400, outcome.why)
  return errorAnswer(404, 'There is no such briefing.')
}

/** For the desk: moves a briefing on in its review: `{ id, action, note?, replacedBy? }`. To others it is not there. */
export async function POST(request: Request): Promise<Response> {
  const staff = await staffAsking(request)
  if (!staff) return errorAnswer(404, 'There is nothing here.')
  const read = asked.safeParse(await readSmallJson(request, MOST_BYTES))
  if (!read.success) return errorAnswer(400, 'Say which briefing, and what is to be done.')
  const payload = await thePayload()
  return answerTo(await moveStage({ payload, staff, now: new Date(), ...read.data }))
}
