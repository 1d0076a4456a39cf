import type { CollectionConfig } from 'payload'
import { AS_A_TIME } from '../fields/dates'
import { shownToStaff } from '../fields/ledger'

/** What came back: each bounce, complaint and automatic reply once, by the fingerprint of its bytes. No body is kept. */
export const InboundMail: CollectionConfig<'inbound-mail'> = {
  slug: 'inbound-mail',
  labels: { singular: 'Mail that came back', plural: 'Mail that came back' },
  defaultSort: '-at',
  admin: {
    group: 'Bulletin',
    useAsTitle: 'kind',
    defaultColumns: ['kind', 'enhancedCode', 'diagnostic', 'memberId', 'at'],
    description: 'Bounces, complaints and automatic replies, and whose delivery they are about.',
  },
  access: shownToStaff,
  fields: [
    { name: 'fingerprint', type: 'text', required: true, unique: true, index: true },
    {
      name: 'kind',
      type: 'select',
      required: true,
      index: true,
      options: [
        'bounce-hard',
        'bounce-soft',
        'policy',
        'delayed',
        'complaint',
        'automatic-reply',
        'unrecognised',
      ],
    },
    { name: 'deliveryKey', type: 'text', index: true },
    { name: 'memberId', type: 'text', index: true },
    { name: 'enhancedCode', type: 'text' },
    { name: 'diagnostic', type: 'text', maxLength: 300 },
    { name: 'at', type: 'date', required: true, admin: { date: AS_A_TIME } },
  ],
}
