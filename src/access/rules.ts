import type { Access, FieldAccess, PayloadRequest, Where } from 'payload'
import { isActiveMember, isAdministrator, isEditor, isStaff, now } from './who'

/** Each name completes the sentence “this is allowed to …”. Row rules answer with a flat `Where`. */

export const anyone: Access = () => true

/** Rows written by the service itself, through calls that state `overrideAccess: true`. */
export const nobody: Access = () => false

export const staffOnly: Access = ({ req }) => isStaff(req.user)

export const editorsOnly: Access = ({ req }) => isEditor(req.user)

export const administratorsOnly: Access = ({ req }) => isAdministrator(req.user)

/** The admin panel: `access.admin` takes the request and answers yes or no, never a `Where`. */
export const staffInAdmin = ({ req }: { req: PayloadRequest }) => isStaff(req.user)

export const nobodyInAdmin = () => false

const publishedByNow = (req: PayloadRequest): Where => ({
  _status: { equals: 'published' },
  publishedAt: { less_than_equal: now(req).toISOString() },
})

/** Staff see every row; everyone else those published by now. The clock is read at request time. */
export const publishedForViewer: Access = ({ req }) =>
  isStaff(req.user) ? true : publishedByNow(req)

/** Any staff may write drafts; only an editor may write what readers see. */
export const staffDraftsEditorsPublish: Access = ({ req, data }) => {
  const status = (data as { _status?: unknown } | undefined)?._status
  return isEditor(req.user) || (isStaff(req.user) && status !== 'published')
}

/** Administrators every account; other staff their own. */
export const ownAccountOrAdministrator: Access = ({ req }) => {
  if (isAdministrator(req.user)) return true
  return req.user?.collection === 'staff' ? { id: { equals: req.user.id } } : false
}

/** Payload's own notes of how somebody left the admin: each their own, and staff alone have any. */
export const ownPreferencesAsStaff: Access = ({ req }) =>
  req.user?.collection === 'staff'
    ? { 'user.value': { equals: req.user.id }, 'user.relationTo': { equals: 'staff' } }
    : false

/** Staff every member; a member, lapsed or not, their own row. */
export const ownMemberRowOrStaff: Access = ({ req }) => {
  if (isStaff(req.user)) return true
  return req.user?.collection === 'members' ? { id: { equals: req.user.id } } : false
}

/** Sources, files' records and the like: member text by row. */
export const activeMembersAndStaff: Access = ({ req }) => isStaff(req.user) || isActiveMember(req)

/** Files for members: a `Where` rather than `true`, so that Payload looks the file up before it serves it. */
export const fileForActiveMembers: Access = ({ req }) =>
  isStaff(req.user) || isActiveMember(req) ? { id: { exists: true } } : false

/** Public pictures: a `Where` rather than `true`, so that a file no row names is not served. */
export const fileForAnyone: Access = () => ({ id: { exists: true } })

/** Member text of a briefing. Without it, a briefing *is* its public teaser. Looks at the viewer alone. */
export const activeMembersRead: FieldAccess = ({ req }) => isStaff(req.user) || isActiveMember(req)

export const staffRead: FieldAccess = ({ req }) => isStaff(req.user)

export const editorsWrite: FieldAccess = ({ req }) => isEditor(req.user)

export const administratorsWrite: FieldAccess = ({ req }) => isAdministrator(req.user)

/** What proves something to the service alone: staff do not read it either. */
export const nobodyReads: FieldAccess = () => false

/** Fields the service itself derives. */
export const nobodyWrites: FieldAccess = () => false
