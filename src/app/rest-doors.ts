import 'server-only'
import type { Payload } from 'payload'
import { errorAnswer } from './answers'

type Handler = (
  request: Request,
  args: { params: Promise<{ slug?: string[] }> },
) => Promise<Response>

const MOST_BYTES = 1_000_000
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

const isOpen = (method: string, path: string): boolean =>
  (OPEN[method]?.includes(path) ?? false) ||
  (method === 'GET' && /^media\/file\/[a-f0-9]+(-\d+x\d+)?\.(png|jpe?g|webp)$/.test(path))

const notFound = () => errorAnswer(404, 'There is nothing here.')

const isTooLarge = (request: Request): boolean =>
  Number(request.headers.get('content-length') ?? 0) > MOST_BYTES &&
  !request.headers.get('content-type')?.startsWith('multipart/')

/** Payload lets a POST pass for a GET: nothing open needs it, and a filter on methods would not see it. */
const isDisguised = (request: Request): boolean =>
  request.headers.has('x-http-method-override') ||
  request.headers.has('x-payload-http-method-override')

/** What a form of the sign-in pages sends: nothing, or a flat object of short texts. */
async function isPlainForm(request: Request): Promise<boolean> {
  const sent = request.clone()
  try {
    const isForm = request.headers.get('content-type')?.startsWith('multipart/') ?? false
    const text = isForm ? (await sent.formData()).get('_payload') : await sent.text()
    if (text === null || text === '') return true
    return typeof text === 'string' && isFlat(JSON.parse(text))
  } catch {
    return false
  }
}

const isFlat = (body: unknown): boolean =>
  typeof body === 'object' &&
  body !== null &&
  Object.values(body).every((value) => typeof value === 'string' && value.length <= LONGEST_TEXT)

async function isStaffRequest(request: Request, payload: Payload): Promise<boolean> {
  const { user } = await payload.auth({ headers: request.headers })
  return user?.collection === 'staff'
}

async function refusal(request: Request, path: string): Promise<Response | null> {
  if (!isOpen(request.method, path) || isDisguised(request)) return notFound()
  const isFine = request.method !== 'POST' || (await isPlainForm(request))
  return isFine ? null : errorAnswer(400, 'We could not read what was sent.')
}

/**
 * Puts Payload's generic REST behind a list (docs/decisions/004-doors.md): to the public and to members it answers
 * as if it were not there, no answer is kept by a cache, and a fault says nothing of the inside.
 */
export const behindAllowList =
  (inner: Handler, openPayload: () => Promise<Payload>): Handler =>
  async (request, args) => {
    const path = ((await args.params).slug ?? []).join('/')
    if (isTooLarge(request)) return errorAnswer(413, 'That is too much to take in.')
    const isStaff = await isStaffRequest(request, await openPayload())
    const refused = isStaff ? null : await refusal(request, path)
    if (refused) return refused
    const answer = await inner(request, args)
    if (answer.status >= 500) return errorAnswer(500, 'Something went wrong on our side.')
    if (!path.startsWith('media/file/')) answer.headers.set('Cache-Control', 'private, no-store')
    return answer
  }
