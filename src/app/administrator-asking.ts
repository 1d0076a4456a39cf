import type { Payload } from 'payload'
import type { Actor } from '@/access/record/audit-entry'
import type { Viewer } from '@/access/viewer'
import { errorAnswer, isSameOrigin } from './answers'

/** What a route of the desk for administrators is given. */
export type DeskAsk = {
  readonly payload: Payload
  readonly viewer: Viewer
  readonly siteUrl: string
  /** Called once a mail may be owed. */
  readonly afterAnswer: () => void
  readonly now: Date
}

/**
 * The administrator who asks, as the record names them; or the answer to anybody else: officers and editors are told
 * whose work it is, and for all others there is nothing here.
 */
export function administratorAsking(
  request: Request,
  { viewer, siteUrl }: Pick<DeskAsk, 'viewer' | 'siteUrl'>,
  whoseWork: string,
): Actor | Response {
  if (viewer.kind !== 'staff' || !isSameOrigin(request, siteUrl)) {
    return errorAnswer(404, 'There is nothing here.')
  }
  const { id, name, role } = viewer.staff
  return role === 'administrator' ? { kind: 'staff', id, name } : errorAnswer(403, whoseWork)
}
