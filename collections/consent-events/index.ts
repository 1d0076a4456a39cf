import type { CollectionConfig } from 'payload'
import { shownToStaff } from '../fields/ledger'

/** Who agreed to what, when and how (UK GDPR article 7(1)). Added to, never changed. */
export const ConsentEvents: CollectionConfig<'consent-events'> = {
  slug: 'consent-events',
  labels: { singular: 'Consent event', plural: 'Consent events' },
  defaultSort: '-at',
  admin: {
    group: 'Bulletin',
    useAsTitle: 'action',
    defaultColumns: ['memberId', 'action', 'at', 'madeThrough'],
  },
  access: shownToStaff,
  fields: [
    { name: 'memberId', type: 'text', required: true, index: true },
    {
      name: 'action',
      type: 'select',
      required: true,
      options: [
        'subscribed',
        'topics-changed',
        'paused',
        'unsubscribed',
        'one-click-unsubscribed',
        'resubscribed',
        'imported',
      ],
    },
    { name: 'at', type: 'date', required: true },
    {
      name: 'madeThrough',
      type: 'select',
      required: true,
      options: ['account', 'preference-page', 'list-unsubscribe', 'admin', 'import', 'seed'],
    },
    { name: 'wording', type: 'textarea' },
    { name: 'topics', type: 'json' },
  ],
}
