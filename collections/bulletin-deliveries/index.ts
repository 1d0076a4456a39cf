import type { CollectionConfig } from 'payload'
import { AS_A_TIME } from '../fields/dates'
import { shownToStaff } from '../fields/ledger'

/** What became of one issue for one member: the ledger. Every candidate ends in exactly one terminal state. */
export const BulletinDeliveries: CollectionConfig<'bulletin-deliveries'> = {
  slug: 'bulletin-deliveries',
  labels: { singular: 'Delivery', plural: 'Deliveries' },
  admin: {
    group: 'Bulletin',
    useAsTitle: 'key',
    defaultColumns: ['issueKey', 'address', 'state', 'reason', 'doneAt'],
    description: '“Sent” means that the mail server accepted the message, not that it arrived.',
  },
  access: shownToStaff,
  indexes: [
    { fields: ['issueKey', 'addressHash'], unique: true },
    // In the order in which rows are worked through.
    { fields: ['issueKey', 'state', 'key'] },
  ],
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    { name: 'issueKey', type: 'text', required: true },
    { name: 'memberId', type: 'text', required: true, index: true },
    // Empty once it is forgotten; its keyed hash stays, and with it the rule of one mail an address.
    { name: 'address', type: 'text', required: true },
    { name: 'addressHash', type: 'text', required: true },
    {
      name: 'state',
      type: 'select',
      required: true,
      options: [
        'pending',
        'sending',
        'sent',
        'failed',
        'suppressed',
        'skipped',
        'expired',
        'uncertain',
      ],
    },
    { name: 'reason', type: 'text' },
    { name: 'itemSetHash', type: 'text' },
    { name: 'attempts', type: 'number', required: true, defaultValue: 0 },
    { name: 'nextAttemptAt', type: 'date', admin: { date: AS_A_TIME } },
    { name: 'fence', type: 'number', required: true, defaultValue: 0 },
    { name: 'token', type: 'text', required: true, index: true },
    { name: 'messageId', type: 'text', index: true },
    { name: 'sendingAt', type: 'date', admin: { date: AS_A_TIME } },
    { name: 'doneAt', type: 'date', admin: { date: AS_A_TIME } },
    { name: 'smtpCode', type: 'number' },
    { name: 'enhancedCode', type: 'text' },
    { name: 'reply', type: 'text', maxLength: 300 },
    { name: 'serverMessageId', type: 'text' },
    { name: 'bouncedAt', type: 'date', admin: { date: AS_A_TIME } },
    { name: 'bounceKind', type: 'select', options: ['hard', 'soft', 'policy'] },
    { name: 'bounceCode', type: 'text' },
    { name: 'complainedAt', type: 'date', admin: { date: AS_A_TIME } },
  ],
}
