import type { CollectionConfig } from 'payload'
import { shownToStaff } from '../fields/ledger'

/** Whether, and about what, a member receives the Bulletin. Changed by the member, through the account or the mail. */
export const Subscriptions: CollectionConfig<'subscriptions'> = {
  slug: 'subscriptions',
  admin: {
    group: 'Bulletin',
    useAsTitle: 'id',
    defaultColumns: ['member', 'status', 'topics', 'updatedAt'],
  },
  access: shownToStaff,
  fields: [
    { name: 'member', type: 'relationship', relationTo: 'members', required: true, unique: true },
    {
      name: 'status',
      type: 'select',
      required: true,
      index: true,
      options: ['pending', 'active', 'paused', 'unsubscribed', 'bounced', 'complained'],
    },
    { name: 'topics', type: 'relationship', relationTo: 'topics', hasMany: true },
    { name: 'pausedUntil', type: 'date' },
    { name: 'lastOkAt', type: 'date' },
  ],
}
