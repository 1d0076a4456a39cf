import type {
  CollectionBeforeLoginHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
} from 'payload'
import { keepRecordOf } from '@/access/record/keep-record'
import {
  CODE_WANTED,
  SET_UP_WANTED,
  SIGN_IN_WANTED,
  WRONG_CODE,
} from '@/access/second-factor/code-wanted'
import { spendCode } from '@/access/second-factor/second-factor-row'
import { keepOffered } from '@/access/second-factor/steer-second-factor'
import { houseRules } from '@/access/house-rules'
import { now } from '@/access/who'
import { refusal } from '@/lib/refusal'
import type { Staff } from '@/payload-types'

type Begun = { readonly operation: string; readonly req: PayloadRequest }

/** Marks a new password set by a mailed link: Payload would sign its owner in at once. */
export const noteReset: CollectionBeforeOperationHook<'staff'> = (begun) => {
  const { operation, req }: Begun = begun
  if (operation === 'resetPassword') req.context.isReset = true
  return begun.args
}

const textOf = ({ data }: PayloadRequest, name: string): string => {
  const sent: unknown = data?.[name]
  return typeof sent === 'string' ? sent : ''
}

const codeIsWrong = () => refusal(WRONG_CODE, CODE_WANTED)

/** For whoever has none in a house that demands one: sets up what the door offered them, with the first code of it. */
async function setUp(req: PayloadRequest, person: Staff): Promise<void> {
  const begun = { offer: textOf(req, 'offer'), code: textOf(req, 'code'), now: now(req) }
  const answer = await keepOffered(req.payload, person, begun)
  if (answer === 'done') return
  throw answer === 'wrong-code'
    ? codeIsWrong()
    : refusal('A code of an app has to be set up first.', SET_UP_WANTED)
}

/**
 * Lets whoever turned a second factor on sign in with a code of their app alone, and where the house demands one of
 * everybody, whoever has none only once they have set it up (docs/decisions/038-second-factor.md). A new password by a mailed
 * link is kept, and signs them in no further: the way back must not be the weaker way in.
 *
 * @throws {APIError} 403 where a code is wanted or is wrong, 428 where one is to be set up, 412 after a new password
 */
export const askForSecondFactor: CollectionBeforeLoginHook<Staff> = async ({ req, user }) => {
  const { id, name, secondFactor } = user
  const hasNone = !secondFactor?.secret
  if (hasNone && !houseRules(req.payload).demandsSecondFactor) return user
  if (req.context.isReset === true) {
    await keepRecordOf(req, { act: 'password-reset', by: { kind: 'staff', id, name } })
    throw refusal(
      'Your new password is kept. Now sign in with it and with a code of your app.',
      SIGN_IN_WANTED,
    )
  }
  if (hasNone) await setUp(req, user)
  else if (!(await spendCode(req.payload, user, textOf(req, 'code'), now(req)))) throw codeIsWrong()
  return user
}
