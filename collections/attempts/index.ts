import type { CollectionConfig } from 'payload'
import { writtenByTheService } from '../fields/ledger'

/** How often somebody tried, by a keyed hash of who and what. Rows are forgotten an hour after their time. */
export const Attempts: CollectionConfig<'attempts'> = {
  slug: 'attempts',
  admin: { hidden: true },
  access: writtenByTheService,
  fields: [
    { name: 'keyHash', type: 'text', required: true, unique: true, index: true },
    { name: 'count', type: 'number', required: true },
    { name: 'expiresAt', type: 'date', required: true, index: true },
  ],
}
