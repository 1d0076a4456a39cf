import type { CollectionConfig } from 'payload'
import { AS_A_TIME } from '../fields/dates'
import { shownToStaff } from '../fields/ledger'

/**
 * Single mails about a member's subscription: the welcome, and the question whether they want the Bulletin. A ledger as
 * that of an issue: the key says what is sent once at most.
 */
export const BulletinLetters: CollectionConfig<'bulletin-letters'> = {
  slug: 'bulletin-letters',
  labels: { singular: 'Letter', plural: 'Letters' },
  defaultSort: '-createdAt',
  admin: {
    group: 'Bulletin',
    useAsTitle: 'key',
    defaultColumns: ['memberId', 'kind', 'state', 'reason', 'doneAt'],
    description: 'The welcome a new subscriber gets once, and requests to confirm.',
  },
  access: shownToStaff,
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    {
      name: 'kind',
      type: 'select',
      required: true,
      options: [
        { value: 'welcome', label: 'Welcome' },
        { value: 'confirm', label: 'Request to confirm' },
      ],
    },
    { name: 'memberId', type: 'text', required: true, index: true },
    {
      name: 'state',
      type: 'select',
      required: true,
      index: true,
      options: ['pending', 'sending', 'sent', 'failed', 'skipped', 'uncertain'],
    },
    { name: 'reason', type: 'text' },
    { name: 'attempts', type: 'number', required: true, defaultValue: 0 },
    { name: 'nextAttemptAt', type: 'date', admin: { date: AS_A_TIME } },
    { name: 'sendingAt', type: 'date', admin: { date: AS_A_TIME } },
    { name: 'doneAt', type: 'date', admin: { date: AS_A_TIME } },
  ],
}
