import { parseCookies, type Payload } from 'payload'
import { memberViewer, visitor, type Viewer } from '@/access/viewer'
import { sessionCookieName } from '@/members/session-cookie'
import { memberOfSession } from '@/members/sessions'
import { signInHeaders } from './page-headers'

/**
 * Who sent these headers: staff by Payload's cookie, else a member by ours, else a visitor.
 *
 * Both rows are read afresh, so that a lapse, a renewal or a closed account shows at the next request. For reading:
 * what changes something checks its `Origin` besides.
 */
export async function viewerFrom({
  payload,
  headers,
  isLoopback,
  now,
}: {
  payload: Payload
  headers: Headers
  isLoopback: boolean
  now: Date
}): Promise<Viewer> {
  const { user } = await payload.auth({ headers: signInHeaders(headers) })
  if (user?.collection === 'staff' && !user.hasLeft) return { kind: 'staff', staff: user }
  const token = parseCookies(headers).get(sessionCookieName(isLoopback))
  const member = token ? await memberOfSession({ payload, token, now }) : null
  return member ? memberViewer(member, now) : visitor
}
