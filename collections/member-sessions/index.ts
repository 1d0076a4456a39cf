import type { CollectionConfig } from 'payload'
import { writtenByTheService } from '../fields/ledger'

/** A signed-in browser of a member. The cookie holds the token; only its SHA-256 is kept here. */
export const MemberSessions: CollectionConfig<'member-sessions'> = {
  slug: 'member-sessions',
  admin: { hidden: true },
  access: writtenByTheService,
  fields: [
    { name: 'member', type: 'relationship', relationTo: 'members', required: true, index: true },
    { name: 'tokenHash', type: 'text', required: true, unique: true, index: true },
    { name: 'expiresAt', type: 'date', required: true, index: true },
    { name: 'device', type: 'text', maxLength: 80 },
    { name: 'lastSeenAt', type: 'date', required: true },
  ],
}
