import type { CollectionConfig } from 'payload'
import { shownToStaff } from '../fields/ledger'

/** What the evidence watch knows of each source’s link: when it last led somewhere, and when it is looked at next. */
export const EvidenceLooks: CollectionConfig<'evidence-looks'> = {
  slug: 'evidence-looks',
  labels: { singular: 'Look at a link', plural: 'Looks at links' },
  admin: { group: 'Evidence', hidden: true },
  access: shownToStaff,
  fields: [
    // The id of the source.
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    { name: 'url', type: 'text', required: true },
    { name: 'standing', type: 'text', required: true },
    { name: 'said', type: 'text' },
    { name: 'movedTo', type: 'text' },
    { name: 'goodAt', type: 'date' },
    { name: 'goneSince', type: 'date' },
    { name: 'lookedAt', type: 'date' },
    { name: 'nextAt', type: 'date', required: true, index: true },
  ],
}
