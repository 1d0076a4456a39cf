import type { CollectionConfig } from 'payload'
import { writtenByTheService } from '../fields/ledger'

/** What a member has been told: one row an edition. Nobody is told of the same edition twice. */
export const BulletinReceipts: CollectionConfig<'bulletin-receipts'> = {
  slug: 'bulletin-receipts',
  admin: { hidden: true },
  access: writtenByTheService,
  indexes: [{ fields: ['memberId', 'briefingId', 'edition'], unique: true }],
  fields: [
    { name: 'memberId', type: 'text', required: true },
    { name: 'briefingId', type: 'text', required: true },
    { name: 'edition', type: 'number', required: true },
    { name: 'issueKey', type: 'text', required: true },
  ],
}
