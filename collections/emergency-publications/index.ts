import type { CollectionConfig } from 'payload'
import { AS_A_TIME } from '../fields/dates'
import { shownToStaff } from '../fields/ledger'

/** What one editor published alone, why, and who approved it afterwards. Added to by publication, never deleted. */
export const EmergencyPublications: CollectionConfig<'emergency-publications'> = {
  slug: 'emergency-publications',
  labels: { singular: 'Emergency publication', plural: 'Emergency publications' },
  defaultSort: '-at',
  admin: {
    group: 'Writing',
    useAsTitle: 'title',
    defaultColumns: ['title', 'by', 'at', 'reason', 'approvedBy', 'approvedAt'],
    description:
      'Published without a second pair of eyes. Another editor approves it on the briefing’s page.',
  },
  access: shownToStaff,
  fields: [
    { name: 'briefingId', type: 'text', required: true, index: true },
    { name: 'title', type: 'text', required: true },
    { name: 'by', type: 'text', required: true },
    { name: 'byName', type: 'text', required: true },
    { name: 'at', type: 'date', required: true, admin: { date: AS_A_TIME } },
    { name: 'reason', type: 'textarea', required: true },
    { name: 'approvedBy', type: 'text', index: true },
    { name: 'approvedByName', type: 'text' },
    { name: 'approvedAt', type: 'date', admin: { date: AS_A_TIME } },
  ],
}
