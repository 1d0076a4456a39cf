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

/** True for a request that a page of this site made: every unsafe method asks. */
export const isSameOrigin = (request: Request, siteUrl: string): boolean => {
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')
  return origin === siteUrl && (site === null || site === 'same-origin')
}
