import { isLoopbackHost } from '@/lib/loopback'

const PRIVATE = { 'Cache-Control': 'private, no-store', Vary: 'Cookie' }

const CODES = {
  400: 'bad-input',
  401: 'sign-in',
  403: 'not-for-you',
  404: 'not-found',
  413: 'too-large',
  415: 'wrong-type',
  429: 'too-many',
  500: 'server',
  503: 'unavailable',
} as const

export type ErrorStatus = keyof typeof CODES

/** The one shape of an error over HTTP: what went wrong, in a word for machines and a sentence for people. */
export const errorAnswer = (
  status: ErrorStatus,
  message: string,
  headers: Record<string, string> = {},
): Response =>
  Response.json(
    { error: { code: CODES[status], message } },
    { status, headers: { ...PRIVATE, ...headers } },
  )

export const jsonAnswer = (body: unknown, status = 200): Response =>
  Response.json(body, { status, headers: PRIVATE })

const isOurs = (origin: string, siteUrl: string): boolean => {
  if (origin === siteUrl) return true
  if (!URL.canParse(origin)) return false
  const [theirs, ours] = [new URL(origin), new URL(siteUrl)]
  const isThisMachine = isLoopbackHost(theirs.hostname) && isLoopbackHost(ours.hostname)
  return isThisMachine && theirs.port === ours.port && theirs.protocol === ours.protocol
}

/**
 * True for a request that a page of this site made: every unsafe method asks.
 *
 * A page that tells nobody where it leads from (`no-referrer`) names its origin `null`; then the browser's own word, which
 * no page can write, must stand in for it.
 */
export const isSameOrigin = (request: Request, siteUrl: string): boolean => {
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')
  if (origin === 'null') return site === 'same-origin'
  return origin !== null && isOurs(origin, siteUrl) && (site === null || site === 'same-origin')
}
