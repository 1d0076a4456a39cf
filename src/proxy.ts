import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { errorAnswer, isSameOrigin } from './app/answers'
import { contentPolicy, FILE_POLICY, isOfFile } from './app/content-policy'
import { countedBody } from './app/counted-body'
import { isReadableForm } from './app/readable-form'
import { isDevelopment } from './config/running-mode'
import { settings } from './config/settings'

const LONGEST_ADDRESS = 4096
const MOST_BYTES = 1_000_000

const isSafe = (method: string): boolean =>
  method === 'GET' || method === 'HEAD' || method === 'OPTIONS'

/** RFC 8058: a mail program posts here for its reader, from no page at all. */
const isOneClick = (pathname: string): boolean => pathname.startsWith('/u/')

async function refusal(request: NextRequest): Promise<Response | null> {
  if (request.url.length > LONGEST_ADDRESS) return errorAnswer(400, 'That address is too long.')
  if (isSafe(request.method)) return null
  if (!isOneClick(request.nextUrl.pathname) && !isSameOrigin(request, settings().siteUrl)) {
    return errorAnswer(403, 'Please do that on a page of this site.')
  }
  const counted = await countedBody(request, MOST_BYTES)
  if (counted === null) return errorAnswer(413, 'That is too much to take in.')
  return (await isReadableForm(counted))
    ? null
    : errorAnswer(400, 'We could not read what was sent.')
}

/**
 * Stands before every page (docs/decisions/024-doors-and-audit.md): refuses addresses and bodies that are too long and
 * whatever another site’s page would change, and gives each page its own Content-Security-Policy.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const refused = await refusal(request)
  if (refused) return refused
  const nonce = randomBytes(16).toString('base64')
  const { pathname } = request.nextUrl
  const policy = contentPolicy({
    nonce,
    place: pathname === '/admin' || pathname.startsWith('/admin/') ? 'desk' : 'site',
    isHttps: settings().siteUrl.startsWith('https:'),
    isDevelopment: isDevelopment(),
  })
  const headers = new Headers(request.headers)
  // Next reads the nonce for its own scripts from here; our own pages from `x-nonce`.
  headers.set('content-security-policy', policy)
  headers.set('x-nonce', nonce)
  // A page that says `no-referrer` names its origin so; Next would take the form for another site’s.
  if (headers.get('origin') === 'null') headers.set('origin', settings().siteUrl)
  const answer = NextResponse.next({ request: { headers } })
  answer.headers.set('Content-Security-Policy', isOfFile(pathname) ? FILE_POLICY : policy)
  return answer
}

/** Not before Payload’s own routes, which keep their own doors and take files, nor before what is built. */
export const config = { matcher: ['/((?!_next/|api/).*)'] }
