import 'server-only'
import { thePayload } from './payload'
import { errorAnswer } from './answers'

type Handler = (
  request: Request,
  args: { params: Promise<{ slug?: string[] }> },
) => Promise<Response>

const MOST_BYTES = 1_000_000

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

async function isStaffRequest(request: Request): Promise<boolean> {
  const { user } = await (await thePayload()).auth({ headers: request.headers })
  return user?.collection === 'staff'
}

const isTooLarge = (request: Request): boolean =>
  Number(request.headers.get('content-length') ?? 0) > MOST_BYTES &&
  !request.headers.get('content-type')?.startsWith('multipart/')

/**
 * Puts Payload's generic REST behind a list (docs/decisions/004-doors.md): to the public and to members it answers
 * as if it were not there, no answer is kept by a cache, and a fault says nothing of the inside.
 */
export const behindAllowList =
  (inner: Handler): Handler =>
  async (request, args) => {
    const path = ((await args.params).slug ?? []).join('/')
    if (isTooLarge(request)) return errorAnswer(413, 'That is too much to take in.')
    if (!isOpen(request.method, path) && !(await isStaffRequest(request))) return notFound()
    const answer = await inner(request, args)
    if (answer.status >= 500) return errorAnswer(500, 'Something went wrong on our side.')
    if (!path.startsWith('media/file/')) answer.headers.set('Cache-Control', 'private, no-store')
    return answer
  }
