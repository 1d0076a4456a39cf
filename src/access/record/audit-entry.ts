import type { PayloadRequest } from 'payload'
import { houseRules } from '@/access/house-rules'
import { clientAddress, PEER_HEADER } from '@/lib/client-address'

/** What the record tells of, with the words administrators read. */
export const ACTS = {
  'signed-in': 'Signed in',
  'sign-in-refused': 'Was refused at sign-in',
  'password-changed': 'Changed a password',
  'password-reset': 'Set a new password by a link',
  'second-factor-on': 'Turned a second factor on',
  'second-factor-off': 'Turned a second factor off',
  'staff-made': 'Made a staff account',
  'staff-role-changed': 'Changed a role',
  'staff-left': 'Closed a staff account',
  'staff-returned': 'Opened a staff account again',
  'staff-removed': 'Removed a staff account',
  'member-made': 'Made a member',
  'membership-changed': 'Changed a membership',
  'address-changed': 'Changed an e-mail address',
  'member-left': 'Ended a member’s access',
  'member-erased': 'Erased a member',
  'organisation-made': 'Made an organisation',
  'organisation-changed': 'Changed an organisation',
  'organisation-removed': 'Removed an organisation',
  published: 'Published',
  'taken-down': 'Took down',
  removed: 'Removed',
  'file-replaced': 'Replaced a file that readers have',
  'stage-moved': 'Moved to another stage',
  'bulletin-steered': 'Steered the Bulletin',
  'bulletin-sent': 'Sent the Bulletin',
  exported: 'Exported',
} as const

export type Act = keyof typeof ACTS

/** Who did it. Of a member the record keeps the id alone, which leads to nobody once the account is erased. */
export type Actor = {
  readonly kind: 'staff' | 'member' | 'service' | 'unknown'
  readonly id?: string
  readonly name?: string
}

export type AuditEntry = {
  readonly act: Act
  readonly by: Actor
  /** What it was done to: a collection's slug, an id, and the name it had. */
  readonly on?: { readonly kind: string; readonly id: string; readonly name?: string | null }
  /** In a few words, never of member text. */
  readonly details?: string
  /** Where it came from; kept as a keyed hash. */
  readonly from?: string | null
  readonly now: Date
}

export const theService: Actor = { kind: 'service', name: 'The service' }

/** Who acts by this request: whom the caller named, who is signed in, or else the service. */
export function actorOf({ context, user }: Pick<PayloadRequest, 'context' | 'user'>): Actor {
  if (context.actor) return context.actor as Actor
  if (!user) return theService
  return user.collection === 'staff'
    ? { kind: 'staff', id: user.id, name: user.name }
    : { kind: 'member', id: user.id }
}

/** Where a request came from, or null for one that no connection brought. */
export function originOf({ headers, payload }: Pick<PayloadRequest, 'headers' | 'payload'>) {
  if (!headers.has(PEER_HEADER)) return null
  return clientAddress(headers, houseRules(payload).trustedProxyHops)
}
