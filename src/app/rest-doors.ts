import 'server-only'
import type { CollectionSlug, Payload } from 'payload'
import { errorAnswer, isSameOrigin } from './answers'
import { unanswerableCondition } from './answerable-filter'
import { countedBody } from './counted-body'
import { isReadableForm } from './readable-form'
import { type Knock, resetPassword, signInStaff, takeForgottenPassword } from './staff-door'
import type { StaffLimits } from './staff-limits'

type Handler = (
  request: Request,
  args: { params: Promise<{ slug?: string[] }> },
) => Promise<Response>

/** What the doors need of the house they belong to. */
export type Doors = {
  readonly siteUrl: string
  readonly limits: StaffLimits
  readonly clientOf: (request: Request) => string
  readonly afterAnswer: (work: () => Promise<void>) => void
  readonly clock: () => Date
}

const LONGEST_ADDRESS = 4096
const MOST_BYTES = 64_000
const MOST_BYTES_OF_STAFF = 4_000_000
/** A file and what is said of it; Payload itself stops at 25 MB (payload.config.ts). */
const MOST_BYTES_OF_A_FILE = 26_000_000
const LONGEST_TEXT = 1000

/** What may be asked of Payload's REST routes without a staff session. Everything else does not exist. */
const OPEN: Record<string, readonly string[]> = {
  GET: ['staff/me'],
  POST: [
    'staff/login',
    'staff/logout',
    'staff/refresh-token',
    'staff/forgot-password',
    'staff/reset-password',
  ],
}

/** Open routes that guesses are made at: counted, and answered alike. */
const COUNTED: Record<string, (knock: Knock) => Promise<Response>> = {
  'staff/login': signInStaff,
  'staff/forgot-password': takeForgottenPassword,
  'staff/reset-password': resetPassword,
}

const isOpen = (method: string, path: string): boolean =>
  (OPEN[method]?.includes(path) ?? false) ||
  (method === 'GET' && /^media\/file\/[a-f0-9]+(-\d+x\d+)?\.(png|jpe?g|webp)$/.test(path))

const notFound = () => errorAnswer(404, 'There is nothing here.')
const tooLarge = () => errorAnswer(413, 'That is too much to take in.')
const unreadable = () => errorAnswer(400, 'We could not read what was sent.')

/** @param condition is named if it is one that somebody could have meant */
const badFilter = (condition = '') => {
  const named = /^[\w.[\]-]{1,100}$/.test(condition)
    ? `“${condition}” cannot be asked so: that field does not take this comparison, or not that value.`
    : ''
  const how = 'A filter is written so: where[title][like]=rents. Leave it out to ask for all.'
  return errorAnswer(400, `${named} ${how}`.trim())
}

/** Payload breaks on a number without end. */
const hasEndlessNumber = (asked: URLSearchParams): boolean =>
  ['limit', 'page', 'depth'].some((name) =>
    asked.getAll(name).some((value) => Math.abs(Number(value)) > 1e9),
  )

const isSafe = (method: string): boolean => method === 'GET' || method === 'HEAD'

/** Payload lets a POST pass for a GET: nothing open needs it, and a filter on methods would not see it. */
const isDisguised = (request: Request): boolean =>
  request.headers.has('x-http-method-override') ||
  request.headers.has('x-payload-http-method-override')

const isForm = (request: Request): boolean =>
  request.headers.get('content-type')?.startsWith('multipart/') ?? false

/** What a form of the sign-in pages sends: nothing, or a flat object of short texts. Null for anything else. */
async function readPlainForm(request: Request): Promise<Record<string, unknown> | null> {
  const sent = request.clone()
  try {
    const text = isForm(request) ? (await sent.formData()).get('_payload') : await sent.text()
    if (text === null || text === '') return {}
    const body: unknown = typeof text === 'string' ? JSON.parse(text) : null
    return isFlat(body) ? body : null
  } catch {
    return null
  }
}

const isFlat = (body: unknown): body is Record<string, unknown> =>
  typeof body === 'object' &&
  body !== null &&
  !Array.isArray(body) &&
  Object.values(body).every((value) => typeof value === 'string' && value.length <= LONGEST_TEXT)

/**
 * The request with what was read of it and nothing else. Payload reads forms by another reader, and a form can be made that
 * says one thing to the one and another to the other: then what is counted would not be what is tried.
 */
function withWhatWasRead(request: Request, sent: Readonly<Record<string, unknown>>): Request {
  const headers = new Headers(request.headers)
  headers.set('Content-Type', 'application/json')
  headers.delete('Content-Length')
  return new Request(request.url, { method: request.method, headers, body: JSON.stringify(sent) })
}

async function isStaffRequest(request: Request, payload: Payload): Promise<boolean> {
  const { user } = await payload.auth({ headers: request.headers })
  return user?.collection === 'staff' && user.hasLeft !== true
}

const mostBytesOf = (request: Request, isStaff: boolean): number => {
  if (!isStaff) return MOST_BYTES
  return isForm(request) ? MOST_BYTES_OF_A_FILE : MOST_BYTES_OF_STAFF
}

/** Browsers name the origin of whatever changes something; a program without a session may leave it out. */
const isFromElsewhere = (request: Request, siteUrl: string): boolean =>
  !isSafe(request.method) &&
  (request.headers.has('origin') || request.headers.has('cookie')) &&
  !isSameOrigin(request, siteUrl)

/**
 * What Payload takes for a route and breaks on: versions of what has none, files of no name or folder it gives, its own
 * records, and what every object has, such as `constructor`.
 */
function isNothing(payload: Payload, path: string, asked: URLSearchParams): boolean {
  const [slug = '', part, ...name] = path.split('/')
  if (slug === 'payload-migrations' || slug in Object.prototype) return true
  if (part === 'file') {
    return asked.has('prefix') || !/^[a-f0-9]+(-\d+x\d+)?\.[a-z0-9]+$/.test(name.join('/'))
  }
  if (part !== 'versions' || !Object.hasOwn(payload.collections, slug)) return false
  return !payload.collections[slug as CollectionSlug].config.versions
}

async function answerOf(answering: Promise<Response>, path: string): Promise<Response> {
  const answer = await answering
  if (answer.status >= 500) return errorAnswer(500, 'Something went wrong on our side.')
  if (!path.startsWith('media/file/')) answer.headers.set('Cache-Control', 'private, no-store')
  return answer
}

/** What Payload would break on. @returns the answer, or null where it can be asked */
function refusalOf(payload: Payload, path: string, asked: URLSearchParams): Response | null {
  if (isNothing(payload, path, asked)) return notFound()
  if (asked.has('where')) return badFilter()
  if (hasEndlessNumber(asked)) return errorAnswer(400, 'That number is too large.')
  const unanswerable = unanswerableCondition(payload, path, asked)
  return unanswerable === undefined ? null : badFilter(unanswerable)
}

/** The same of what a POST asks that stands for a GET: the desk asks so for what is too long for an address. */
async function refusalOfBody(payload: Payload, path: string, request: Request) {
  const sent = await request.clone().text()
  if (request.headers.get('content-type') !== 'application/json') {
    return refusalOf(payload, path, new URLSearchParams(sent))
  }
  try {
    JSON.parse(sent)
    return null
  } catch {
    return unreadable()
  }
}

/**
 * Puts Payload's generic REST behind a list (docs/decisions/004-doors.md): to the public and to members it answers
 * as if it were not there, no answer is kept by a cache, and a fault says nothing of the inside.
 */
export const behindAllowList = (
  inner: Handler,
  openPayload: () => Promise<Payload>,
  doors: Doors,
): Handler => {
  const knock = async (request: Request, path: string, args: Parameters<Handler>[1]) => {
    if (request.method !== 'POST') return inner(request, args)
    const sent = await readPlainForm(request)
    if (sent === null) return unreadable()
    const asRead = withWhatWasRead(request, sent)
    const answering = COUNTED[path]
    if (!answering) return inner(asRead, args)
    return answering({
      request,
      payload: await openPayload(),
      limits: doors.limits,
      from: doors.clientOf(request),
      isHttps: doors.siteUrl.startsWith('https:'),
      now: doors.clock(),
      sent,
      inner: () => inner(asRead, args),
      afterAnswer: doors.afterAnswer,
    })
  }
  return async (request, args) => {
    const path = ((await args.params).slug ?? []).join('/')
    if (request.url.length > LONGEST_ADDRESS) return errorAnswer(400, 'That address is too long.')
    const payload = await openPayload()
    const isStaff = await isStaffRequest(request, payload)
    if (!isStaff && (!isOpen(request.method, path) || isDisguised(request))) {
      return Number(request.headers.get('content-length') ?? 0) > MOST_BYTES_OF_STAFF
        ? tooLarge()
        : notFound()
    }
    const refused = refusalOf(payload, path, new URL(request.url).searchParams)
    if (refused) return refused
    if (doors.siteUrl !== '' && isFromElsewhere(request, doors.siteUrl)) {
      return errorAnswer(403, 'Please do that on a page of this site.')
    }
    const counted = await countedBody(request, mostBytesOf(request, isStaff))
    if (counted === null) return tooLarge()
    if (request.method === 'POST' && isDisguised(request)) {
      const refusedInBody = await refusalOfBody(payload, path, counted)
      if (refusedInBody) return refusedInBody
    }
    const kept = isForm(counted) ? counted.clone() : counted
    const answer = await answerOf(
      isStaff && !COUNTED[path] ? inner(counted, args) : knock(counted, path, args),
      path,
    )
    // Payload takes a form whose parts cannot be told apart for a fault of its own.
    return answer.status === 500 && isForm(kept) && !(await isReadableForm(kept))
      ? unreadable()
      : answer
  }
}
