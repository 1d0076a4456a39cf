import crypto from 'node:crypto'
import { promisify } from 'node:util'
import type { Payload } from 'payload'
import { keepRecord } from '@/access/record/keep-record'
import { waitSentence } from '@/lib/limit'
import type { Staff } from '@/payload-types'
import { errorAnswer } from './answers'
import { cookieOfKnownBrowser, knownBrowser } from './known-browser'
import { countTry, type StaffLimits } from './staff-limits'

/** As Payload 3.90 hashes a password: the work of a refusal must not tell whether there is an account. */
const likePayloadHashes = (password: string): Promise<Buffer> =>
  promisify(crypto.pbkdf2)(password, crypto.randomBytes(32).toString('hex'), 600_000, 32, 'sha256')

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

/** Payload's own form reads `errors`, everybody else `error`. */
const withErrors = (status: number, code: string, message: string, headers = {}): Response =>
  Response.json(
    { error: { code, message }, errors: [{ message }] },
    { status, headers: { 'Cache-Control': 'private, no-store', Vary: 'Cookie', ...headers } },
  )

const refused = () =>
  withErrors(401, 'sign-in', 'The address or the password is not right. Please try again.')

const wait = (minutes: number): Response =>
  withErrors(429, 'too-many', waitSentence(minutes), { 'Retry-After': String(minutes * 60) })

type Account = Pick<Staff, 'id' | 'name' | 'hasLeft'>

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

/**
 * Signs staff in. Counted before a password is hashed; a wrong password, an unknown address and the account of somebody
 * who has left are answered in the same words after the same work.
 */
export async function signInStaff(knock: Knock): Promise<Response> {
  const { limits, from, isHttps, now, payload, request, sent } = knock
  const account = accountOf(knock)
  const browser = knownBrowser(request.headers, account, payload.secret)
  const counted = await countTry({ limits, from, account, browser, now })
  if (counted.waitMinutes !== null) return wait(counted.waitMinutes)
  const theirs = await accountWith(payload, account)
  if (!theirs) {
    await likePayloadHashes(typeof sent.password === 'string' ? sent.password : '')
    return refused()
  }
  const answer = await knock.inner()
  if (answer.status !== 200) {
    if (!counted.isBesieged) knock.afterAnswer(() => recordRefusal(knock, theirs))
    return refused()
  }
  await counted.takeBack()
  if (browser === null) {
    answer.headers.append('Set-Cookie', cookieOfKnownBrowser(account, payload.secret, isHttps))
  }
  return answer
}

/** Takes the wish for a new password, an account's or not, in the same words and the same time: the work comes after. */
export async function takeForgottenPassword(knock: Knock): Promise<Response> {
  const { limits, from, now, payload, afterAnswer, inner } = knock
  const account = accountOf(knock)
  const counted = [await limits.resetsFrom(from, now), await limits.resetsFor(account, now)]
  if (counted.every(({ kind }) => kind === 'allowed')) {
    afterAnswer(async () => {
      try {
        const theirs = await accountWith(payload, account)
        if (!theirs?.hasLeft) await inner()
      } catch (err) {
        payload.logger.error({ err, msg: 'A new password could not be sent for' })
      }
    })
  }
  return Response.json(
    { message: 'Success' },
    { status: 200, headers: { 'Cache-Control': 'private, no-store', Vary: 'Cookie' } },
  )
}

/** Sets a new password by the link that was mailed. Counted, since each wrong token is a guess. */
export async function resetPassword({ limits, from, now, inner }: Knock): Promise<Response> {
  const answer = await limits.resetsFrom(from, now)
  if (answer.kind === 'wait') return wait(answer.minutes)
  const reset = await inner()
  return reset.status === 403
    ? errorAnswer(403, 'This link has run out or was used already.')
    : reset
}
