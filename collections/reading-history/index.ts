import type { CollectionConfig } from 'payload'
import { writtenByTheService } from '../fields/ledger'

/** What a member read lately: one row a briefing. Private to the member. */
export const ReadingHistory: CollectionConfig<'reading-history'> = {
  slug: 'reading-history',
  admin: { hidden: true },
  access: writtenByTheService,
  indexes: [{ fields: ['memberId', 'briefingId'], unique: true }],
  fields: [
    { name: 'memberId', type: 'text', required: true, index: true },
    { name: 'briefingId', type: 'text', required: true },
    { name: 'readAt', type: 'date', required: true, index: true },
  ],
}
