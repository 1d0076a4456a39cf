import type { CollectionConfig } from 'payload'
import { AS_A_TIME } from '../fields/dates'
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
    // “topics”: the topics named, or all where none is, and what is followed. “followed”: what is followed alone.
    // Rows from before there was a choice have none, which means “topics”.
    {
      name: 'scope',
      type: 'select',
      defaultValue: 'topics',
      options: [
        { value: 'topics', label: 'Topics, and what is followed' },
        { value: 'followed', label: 'Only what is followed' },
      ],
    },
    { name: 'topics', type: 'relationship', relationTo: 'topics', hasMany: true },
    {
      name: 'series',
      label: 'Series followed',
      type: 'relationship',
      relationTo: 'series',
      hasMany: true,
    },
    {
      name: 'briefings',
      label: 'Briefings whose updates are followed',
      type: 'relationship',
      relationTo: 'briefings',
      hasMany: true,
    },
    { name: 'pausedUntil', type: 'date', admin: { date: AS_A_TIME } },
    { name: 'lastOkAt', type: 'date', admin: { date: AS_A_TIME } },
    {
      name: 'softBounces',
      type: 'number',
      defaultValue: 0,
      admin: { description: 'How many issues in a row came back for now.' },
    },
  ],
}
