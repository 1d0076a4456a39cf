import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import { keepRecord } from '@/access/record/keep-record'
import { hashedPassword } from '@/access/their-password'
import {
  CODE_WANTED,
  SET_UP_WANTED,
  SIGN_IN_WANTED,
  WRONG_CODE,
} from '@/access/second-factor/code-wanted'
import { offerSecondFactor } from '@/access/second-factor/offer-second-factor'
import { waitSentence } from '@/lib/limit'
import type { Staff } from '@/payload-types'
import { errorAnswer } from './answers'
import { endFormerSession } from './end-former-session'
import { cookieOfKnownBrowser, knownBrowser } from './known-browser'
import { countReset, countTry, type StaffLimits } from './staff-limits'

/** The work of a refusal must not tell whether there is an account. */
const likePayloadHashes = (password: string): Promise<Buffer> =>
  hashedPassword(password, randomBytes(32).toString('hex'))

export type Knock = {
  readonly request: Request
  readonly payload: Payload
  readonly limits: StaffLimits
  /** Where the request comes from. */
  readonly from: string
  /** Whether cookies of this site travel over https alone. */
  readonly isHttps: boolean
  readonly now: Date
  /** What was sent, read as a flat object of texts. */
  readonly sent: Readonly<Record<string, unknown>>
  readonly inner: () => Promise<Response>
  /** Runs `work` once the answer is on its way. */
  readonly afterAnswer: (work: () => Promise<void>) => void
}

const accountOf = ({ sent }: Knock): string =>
  typeof sent.email === 'string' ? sent.email.trim().toLowerCase() : ''

const NOT_KEPT = { 'Cache-Control': 'private, no-store', Vary: 'Cookie' }

/** Payload's own form reads `errors`, everybody else `error`. */
const withErrors = (
  status: number,
  code: string,
  message: string,
  { headers, ...more }: { readonly headers?: Record<string, string>; readonly offer?: object } = {},
): Response =>
  Response.json(
    { error: { code, message }, errors: [{ message }], ...more },
    { status, headers: { ...NOT_KEPT, ...headers } },
  )

const refused = () =>
  withErrors(401, 'sign-in', 'The address or the password is not right. Please try again.')

const wait = (minutes: number): Response =>
  withErrors(429, 'too-many', waitSentence(minutes), {
    headers: { 'Retry-After': String(minutes * 60) },
  })

type Account = Pick<Staff, 'id' | 'name' | 'email' | 'hasLeft'>

async function accountWith(payload: Payload, email: string): Promise<Account | null> {
  const { docs } = await payload.find({
    collection: 'staff',
    overrideAccess: true,
    depth: 0,
    limit: 1,
    pagination: false,
    where: { email: { equals: email } },
  })
  return docs[0] ?? null
}

/** After the answer: else the time it takes would tell that there is such an account. */
const recordRefusal = ({ payload, from, now }: Knock, { id, name }: Account): Promise<void> =>
  keepRecord(payload, {
    act: 'sign-in-refused',
    by: { kind: 'unknown' },
    on: { kind: 'staff', id, name },
    from,
    now,
  })

/** Counts a code before it is looked at. Only a wrong one behind the right password stays counted: see `signInStaff`. */
async function countCode({ limits, now, sent }: Knock, account: string) {
  const isTyped = typeof sent.code === 'string' && sent.code.trim() !== ''
  const answer = isTyped ? await limits.codesFor(account, now) : null
  return {
    isTyped,
    waitMinutes: answer?.kind === 'wait' ? answer.minutes : null,
    takeBack: async () => {
      if (isTyped) await limits.codesFor.takeBack(account, now)
    },
  }
}

/** The password was right. What more is wanted, and whether what was typed of it was wrong. */
const askForCode = (isWrong: boolean): Response =>
  withErrors(
    401,
    'second-factor',
    isWrong ? WRONG_CODE : 'Type the six figures your app shows now.',
  )

/** The password was right, and the house demands a code of everybody: what they need to set one up comes with the answer. */
const askToSetUp = ({ payload, now }: Knock, theirs: Account, isLate: boolean): Response =>
  withErrors(
    401,
    'second-factor-setup',
    isLate
      ? 'That took too long. Begin again with the new key below.'
      : 'Set up a code to sign in.',
    { offer: offerSecondFactor(payload, theirs, now) },
  )

/**
 * Signs staff in. Counted before a password is hashed; a wrong password, an unknown address and the account of somebody
 * who has left are answered in the same words after the same work. Where the password is right and its owner turned a second
 * factor on, a `code` is asked for with the error `second-factor`; where they have none and the house demands one, the error
 * `second-factor-setup` comes with an `offer`, to be sent back with its first code.
 */
export async function signInStaff(knock: Knock): Promise<Response> {
  const { limits, from, isHttps, now, payload, request, sent } = knock
  const account = accountOf(knock)
  const browser = knownBrowser(request.headers, account, payload.secret)
  const counted = await countTry({ limits, from, account, browser, now })
  if (counted.waitMinutes !== null) return wait(counted.waitMinutes)
  const code = await countCode(knock, account)
  if (code.waitMinutes !== null) {
    // Not looked at, so not wrong.
    await code.takeBack()
    return wait(code.waitMinutes)
  }
  const theirs = await accountWith(payload, account)
  if (!theirs) {
    await likePayloadHashes(typeof sent.password === 'string' ? sent.password : '')
    await code.takeBack()
    return refused()
  }
  const answer = await knock.inner()
  if (answer.status === CODE_WANTED) {
    if (code.isTyped) knock.afterAnswer(() => recordRefusal(knock, theirs))
    else await counted.takeBack()
    return askForCode(code.isTyped)
  }
  await code.takeBack()
  if (answer.status === SET_UP_WANTED) {
    await counted.takeBack()
    return askToSetUp(knock, theirs, code.isTyped)
  }
  if (answer.status !== 200) {
    if (!counted.isBesieged) knock.afterAnswer(() => recordRefusal(knock, theirs))
    return refused()
  }
  await counted.takeBack()
  await endFormerSession(payload, request.headers)
  if (browser === null) {
    answer.headers.append('Set-Cookie', cookieOfKnownBrowser(account, payload.secret, isHttps))
  }
  return answer
}

/** Takes the wish for a new password, an account's or not, in the same words and the same time: the work comes after. */
export async function takeForgottenPassword(knock: Knock): Promise<Response> {
  const { limits, from, now, payload, afterAnswer, inner } = knock
  const account = accountOf(knock)
  if (await countReset({ limits, from, account, now })) {
    afterAnswer(async () => {
      try {
        const theirs = await accountWith(payload, account)
        if (!theirs?.hasLeft) await inner()
      } catch (err) {
        payload.logger.error({ err, msg: 'A new password could not be sent for' })
      }
    })
  }
  return Response.json({ message: 'Success' }, { status: 200, headers: NOT_KEPT })
}

/** Sets a new password by the link that was mailed. Counted, since each wrong token is a guess. */
export async function resetPassword({ limits, from, now, inner }: Knock): Promise<Response> {
  const answer = await limits.resetsFrom(from, now)
  if (answer.kind === 'wait') return wait(answer.minutes)
  const reset = await inner()
  if (reset.status === SIGN_IN_WANTED) {
    const { errors } = (await reset.json()) as { errors: { message: string }[] }
    return Response.json({ message: errors[0]?.message }, { headers: NOT_KEPT })
  }
  return reset.status === 403
    ? errorAnswer(403, 'This link has run out or was used already.')
    : reset
}
