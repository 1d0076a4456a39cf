import type { CollectionConfig } from 'payload'
import { writtenByTheService } from '../fields/ledger'

/** A mail composed once for everybody who gets the same set of items. */
export const BulletinBodies: CollectionConfig<'bulletin-bodies'> = {
  slug: 'bulletin-bodies',
  admin: { hidden: true },
  access: writtenByTheService,
  indexes: [{ fields: ['issueKey', 'itemSetHash'], unique: true }],
  fields: [
    { name: 'issueKey', type: 'text', required: true, index: true },
    { name: 'itemSetHash', type: 'text', required: true },
    // [{ briefingId, edition }], in the order of the mail: receipts can be written again from here.
    { name: 'items', type: 'json', required: true },
    // Empty once the issue has been closed for a week: the words are forgotten, the items above are not.
    { name: 'subject', type: 'text', required: true },
    { name: 'html', type: 'textarea', required: true },
    { name: 'text', type: 'textarea', required: true },
  ],
}
