import { z } from 'zod'
import { endAccess, giveAccessBack } from '@/members/organisation/staff-and-access'
import { administratorAsking, type DeskAsk } from './administrator-asking'
import { errorAnswer, jsonAnswer } from './answers'
import { readSmallJson } from './small-body'

const MOST_BYTES = 1024

const asked = z.strictObject({
  act: z.enum(['end', 'give-back']),
  id: z.string().min(1).max(64),
})

/**
 * For the desk: ends a member’s access or gives it back: `{ act: "end" | "give-back", id }`. Administrators look after
 * members; to officers and editors that is said, and to all others it is not there. Safe to repeat.
 */
export async function answerMemberAccess(request: Request, ask: DeskAsk): Promise<Response> {
  const by = administratorAsking(request, ask, 'Administrators look after members.')
  if (by instanceof Response) return by
  const read = asked.safeParse(await readSmallJson(request, MOST_BYTES))
  if (!read.success) {
    return errorAnswer(400, 'The desk asked for something that cannot be done.')
  }
  const { act, id } = read.data
  const { payload, now, afterAnswer } = ask
  const wish = { payload, memberId: id, by, now }
  const answer = act === 'end' ? await endAccess(wish) : await giveAccessBack(wish)
  if (answer === 'missing') return errorAnswer(404, 'There is no such member any more.')
  if (answer === 'full') {
    return errorAnswer(400, 'No seat of the organisation is free. Give it one more first.')
  }
  // Somebody who waited for the seat may be owed a mail.
  if (answer === 'ended') afterAnswer()
  return jsonAnswer({ done: answer })
}
