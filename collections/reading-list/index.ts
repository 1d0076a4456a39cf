import type { CollectionConfig } from 'payload'
import { writtenByTheService } from '../fields/ledger'

/** Briefings a member keeps to read. Private to the member. */
export const ReadingList: CollectionConfig<'reading-list'> = {
  slug: 'reading-list',
  admin: { hidden: true },
  access: writtenByTheService,
  indexes: [{ fields: ['memberId', 'briefingId'], unique: true }],
  fields: [
    { name: 'memberId', type: 'text', required: true, index: true },
    { name: 'briefingId', type: 'text', required: true },
    { name: 'addedAt', type: 'date', required: true },
  ],
}
