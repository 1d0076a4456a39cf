import type { CollectionConfig } from 'payload'
import { shownToStaff } from '../fields/ledger'

/**
 * An edition of a briefing, announced by one issue and by no other. What it says was frozen with the issue.
 *
 * Rows name others by id in plain text, so that the record outlives what it names.
 */
export const BulletinItems: CollectionConfig<'bulletin-items'> = {
  slug: 'bulletin-items',
  labels: { singular: 'Bulletin item', plural: 'Bulletin items' },
  admin: {
    group: 'Bulletin',
    useAsTitle: 'title',
    defaultColumns: ['issueKey', 'position', 'title', 'edition'],
  },
  access: shownToStaff,
  indexes: [{ fields: ['briefingId', 'edition'], unique: true }],
  fields: [
    { name: 'issueKey', type: 'text', required: true, index: true },
    { name: 'briefingId', type: 'text', required: true },
    { name: 'edition', type: 'number', required: true },
    { name: 'position', type: 'number', required: true },
    { name: 'title', type: 'text', required: true },
    { name: 'publicPart', type: 'json', required: true },
    // The briefing's topics and all above them, as they stood when the issue was frozen.
    { name: 'topicIds', type: 'json', required: true },
    // Member text, kept only where the editors let it into the mail.
    { name: 'changeNote', type: 'textarea' },
    { name: 'seriesId', type: 'text' },
  ],
}
