import type { CollectionConfig } from 'payload'
import { AS_A_TIME } from '../fields/dates'
import { shownToStaff } from '../fields/ledger'

/**
 * An outside expert's way to one version of one draft, until it ends. The address is signed and not kept: whoever reads
 * this row cannot make it (docs/decisions/030-comments-and-outside-experts.md).
 */
export const ReviewLinks: CollectionConfig<'review-links'> = {
  slug: 'review-links',
  labels: { singular: 'Outside reader', plural: 'Outside readers' },
  defaultSort: '-at',
  admin: {
    group: 'Writing',
    useAsTitle: 'name',
    defaultColumns: ['name', 'at', 'expiresAt', 'endedAt'],
    description: 'Experts who may read one draft and comment on it. Ended on the briefing’s page.',
  },
  access: shownToStaff,
  fields: [
    { name: 'briefingId', type: 'text', required: true, index: true },
    { name: 'versionId', type: 'text', required: true },
    { name: 'name', type: 'text', required: true, maxLength: 120 },
    { name: 'by', type: 'text', required: true },
    { name: 'byName', type: 'text', required: true },
    { name: 'at', type: 'date', required: true, admin: { date: AS_A_TIME } },
    { name: 'expiresAt', type: 'date', required: true, admin: { date: AS_A_TIME } },
    { name: 'endedAt', type: 'date', admin: { date: AS_A_TIME } },
    { name: 'endedByName', type: 'text' },
  ],
}
