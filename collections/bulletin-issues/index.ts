import type { CollectionConfig } from 'payload'
import { shownToStaff } from '../fields/ledger'

/** One week's Bulletin. Its key is the local date of its slot, so a missing or doubled hour makes neither none nor two. */
export const BulletinIssues: CollectionConfig<'bulletin-issues'> = {
  slug: 'bulletin-issues',
  labels: { singular: 'Bulletin issue', plural: 'Bulletin issues' },
  defaultSort: '-slotAt',
  admin: {
    group: 'Bulletin',
    useAsTitle: 'key',
    defaultColumns: ['key', 'state', 'subject', 'slotAt', 'sent', 'uncertain'],
    description: 'The weekly Bulletin, issue by issue. Send and look closer with: npm run bulletin',
  },
  access: shownToStaff,
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    {
      name: 'state',
      type: 'select',
      required: true,
      index: true,
      options: [
        'planned',
        'frozen',
        'enrolled',
        'sending',
        'paused',
        'finished',
        'empty',
        'cancelled',
      ],
    },
    { name: 'slotAt', type: 'date', required: true, index: true },
    { name: 'timeZone', type: 'text', required: true },
    { name: 'subject', type: 'text' },
    { name: 'owner', type: 'text', admin: { hidden: true } },
    { name: 'leaseUntil', type: 'date', admin: { hidden: true } },
    { name: 'fence', type: 'number', required: true, defaultValue: 0, admin: { hidden: true } },
    { name: 'frozenAt', type: 'date' },
    { name: 'finishedAt', type: 'date' },
    { name: 'pausedFrom', type: 'text', admin: { hidden: true } },
    { name: 'pausedReason', type: 'textarea', label: 'Why it is paused' },
    { name: 'alertedAt', type: 'date', admin: { hidden: true } },
    {
      name: 'decisions',
      type: 'json',
      admin: { description: 'Who paused, resumed, cancelled or repeated it, when and why.' },
    },
    ...['candidates', 'sent', 'failed', 'suppressed', 'skipped', 'expired', 'uncertain'].map(
      (name) => ({ name, type: 'number' as const }),
    ),
  ],
}
