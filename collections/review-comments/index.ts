import type { CollectionConfig } from 'payload'
import { AS_A_TIME } from '../fields/dates'
import { shownToStaff } from '../fields/ledger'

/**
 * What reviewers and outside experts say of a draft, and whether it is settled. Written through the desk
 * (`src/briefings/review-comments.ts`), never by REST; staff alone read it.
 */
export const ReviewComments: CollectionConfig<'review-comments'> = {
  slug: 'review-comments',
  labels: { singular: 'Comment on a draft', plural: 'Comments on drafts' },
  defaultSort: '-at',
  admin: {
    group: 'Writing',
    useAsTitle: 'text',
    defaultColumns: ['text', 'byName', 'at', 'state'],
    description: 'What was said of drafts in review. Answered on the briefing’s page.',
  },
  access: shownToStaff,
  fields: [
    { name: 'briefingId', type: 'text', required: true, index: true },
    { name: 'versionId', type: 'text' },
    { name: 'place', type: 'text', maxLength: 200 },
    { name: 'quote', type: 'textarea', maxLength: 500 },
    { name: 'text', type: 'textarea', required: true, maxLength: 2000 },
    { name: 'answerTo', type: 'text', index: true },
    { name: 'by', type: 'text' },
    { name: 'byName', type: 'text', required: true },
    { name: 'linkId', type: 'text', index: true },
    { name: 'at', type: 'date', required: true, admin: { date: AS_A_TIME } },
    {
      name: 'state',
      type: 'select',
      required: true,
      defaultValue: 'open',
      index: true,
      options: ['open', 'resolved'],
    },
    { name: 'resolvedByName', type: 'text' },
    { name: 'resolvedAt', type: 'date', admin: { date: AS_A_TIME } },
  ],
}
