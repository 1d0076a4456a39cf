import type { Member, Staff } from '@/payload-types'
import { hasMembership } from './has-membership'

/** Who is reading. A lapsed member is a member whose `isActive` is false. */
export type Viewer =
  | { readonly kind: 'visitor' }
  | { readonly kind: 'member'; readonly member: Member; readonly isActive: boolean }
  | { readonly kind: 'staff'; readonly staff: Staff }

export const visitor: Viewer = { kind: 'visitor' }

/** A member with the organisation populated: membership is derived from its dates, never stored. */
export const memberViewer = (member: Member, now: Date): Viewer => ({
  kind: 'member',
  member,
  isActive: hasMembership(member, now),
})

/** The `user` to pass to Payload's Local API together with `overrideAccess: false`. */
export function payloadUserOf(viewer: Viewer) {
  if (viewer.kind === 'staff') return { ...viewer.staff, collection: 'staff' as const }
  if (viewer.kind === 'member') return { ...viewer.member, collection: 'members' as const }
  return null
}

/** True for those who may read member text at this moment. */
export const readsMemberText = (viewer: Viewer): boolean =>
  viewer.kind === 'staff' || (viewer.kind === 'member' && viewer.isActive)

export type Audience = 'public' | 'members'

/** Which search index, and which part of a briefing, a viewer is served from. */
export const audienceFor = (viewer: Viewer): Audience =>
  readsMemberText(viewer) ? 'members' : 'public'
