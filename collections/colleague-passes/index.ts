import type { CollectionConfig } from 'payload'
import { nobodyReads } from '@/access/rules'
import { AS_A_TIME } from '../fields/dates'
import { shownToStaff } from '../fields/ledger'

/**
 * A briefing a member sent to one colleague (docs/decisions/028-colleague-pass.md). Of the colleague's address a keyed hash
 * is kept, and its domain; of what the browser holds once the button was pressed, a SHA-256.
 */
export const ColleaguePasses: CollectionConfig<'colleague-passes'> = {
  slug: 'colleague-passes',
  labels: { singular: 'Colleague pass', plural: 'Colleague passes' },
  defaultSort: '-createdAt',
  admin: {
    group: 'People',
    useAsTitle: 'domain',
    defaultColumns: ['sender', 'domain', 'briefingId', 'createdAt', 'usedAt', 'endsAt'],
    description: 'Briefings that members sent to a colleague. Forgotten when their time is over.',
  },
  access: shownToStaff,
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    { name: 'briefingId', type: 'text', required: true, index: true },
    { name: 'sender', type: 'relationship', relationTo: 'members', required: true, index: true },
    { name: 'addressHash', type: 'text', required: true, index: true },
    { name: 'domain', type: 'text', required: true },
    { name: 'usedAt', type: 'date', admin: { date: AS_A_TIME } },
    { name: 'endsAt', type: 'date', required: true, index: true, admin: { date: AS_A_TIME } },
    {
      name: 'tokenHash',
      type: 'text',
      index: true,
      access: { read: nobodyReads },
      admin: { hidden: true },
    },
  ],
}
