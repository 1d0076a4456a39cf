import { z } from 'zod'
import { offerSecondFactor } from '@/access/second-factor/offer-second-factor'
import {
  type Steered,
  takeSecondFactorAway,
  turnOffSecondFactor,
  turnOnSecondFactor,
} from '@/access/second-factor/steer-second-factor'
import { isAdministrator } from '@/access/who'
import { errorAnswer, jsonAnswer } from '@/app/answers'
import { theAttempts } from '@/app/attempts'
import { thePayload } from '@/app/payload'
import { readSmallJson } from '@/app/small-body'
import { staffAsking } from '@/app/staff-asking'
import { limitOf, waitSentence } from '@/lib/limit'

const MOST_BYTES = 8_000

const proof = { password: z.string().max(1000), code: z.string().max(20) }

const asked = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('offer') }),
  z.strictObject({ act: z.literal('on'), offer: z.string().max(2000), ...proof }),
  z.strictObject({ act: z.literal('off'), ...proof }),
  z.strictObject({ act: z.literal('take-away'), id: z.string().regex(/^[0-9a-f-]{24,36}$/) }),
])

const REFUSED: Readonly<Record<Exclude<Steered, 'done'>, string>> = {
  'wrong-password': 'That is not the password you have now.',
  'wrong-code': 'That code is not right. Type the one your app shows now.',
  'on-already': 'A code is asked for already. Turn that off first.',
  'out-of-date': 'That took too long, or was begun elsewhere. Begin again.',
}

const tries = limitOf(10, 15, { name: 'second factor tries', store: theAttempts })

const answerOf = (steered: Steered): Response =>
  steered === 'done' ? jsonAnswer({}) : errorAnswer(400, REFUSED[steered])

/**
 * For the desk: turns the second factor of one's own account on and off, and for administrators takes it from a colleague
 * who has lost the telephone. To anybody but staff it is not there.
 *
 * `{ act: offer }` is answered with `{ offer, secret, picture }`, the picture as SVG; every other act with `{}`.
 */
export async function POST(request: Request): Promise<Response> {
  const staff = await staffAsking(request)
  if (!staff) return errorAnswer(404, 'There is nothing here.')
  const read = asked.safeParse(await readSmallJson(request, MOST_BYTES))
  if (!read.success) return errorAnswer(400, 'We could not read what was sent.')
  const payload = await thePayload()
  const now = new Date()
  const { data } = read
  if (data.act === 'offer') return jsonAnswer(offerSecondFactor(payload, staff, now))
  if (data.act === 'take-away') {
    // One's own is turned off with a code: an open desk is not enough.
    const colleague =
      isAdministrator(staff) && data.id !== staff.id
        ? await payload.findByID({
            collection: 'staff',
            id: data.id,
            depth: 0,
            disableErrors: true,
            overrideAccess: true,
          })
        : null
    if (!colleague) return errorAnswer(404, 'There is nothing here.')
    const by = { kind: 'staff', id: staff.id, name: staff.name } as const
    await takeSecondFactorAway(payload, { by, on: colleague, now })
    return jsonAnswer({})
  }
  const counted = await tries(staff.id, now)
  if (counted.kind === 'wait') return errorAnswer(429, waitSentence(counted.minutes))
  return answerOf(
    data.act === 'on'
      ? await turnOnSecondFactor(payload, staff, { ...data, now })
      : await turnOffSecondFactor(payload, staff, { ...data, now }),
  )
}
