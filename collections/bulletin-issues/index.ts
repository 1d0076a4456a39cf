import type { CollectionConfig } from 'payload'
import { AS_A_TIME } from '../fields/dates'
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
    description:
      'What is stored of each issue. To prepare, steer and look closer: Bulletin in the menu.',
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
    { name: 'slotAt', type: 'date', required: true, index: true, admin: { date: AS_A_TIME } },
    { name: 'timeZone', type: 'text', required: true },
    { name: 'subject', type: 'text' },
    {
      name: 'introduction',
      type: 'textarea',
      maxLength: 600,
      admin: { description: 'The editors’ words above the list. Everybody may read them.' },
    },
    // `IssueEditing`: order, notes, what is held, coming developments. Written by `editIssue` alone.
    { name: 'editing', type: 'json', admin: { hidden: true } },
    // How often it was edited: an edit is written if nobody else's came between.
    { name: 'edits', type: 'number', defaultValue: 0, admin: { hidden: true } },
    // `AnnouncedArticle[]`: the articles the issue names, as they stood when it was frozen.
    { name: 'articles', type: 'json', admin: { hidden: true } },
    { name: 'approvedAt', type: 'date', admin: { date: AS_A_TIME } },
    { name: 'approvedBy', type: 'text' },
    // When its plan was mailed to editors, and when they were told that it waits for one of them.
    { name: 'previewMailedAt', type: 'date', admin: { hidden: true } },
    { name: 'approvalAskedAt', type: 'date', admin: { hidden: true } },
    { name: 'owner', type: 'text', admin: { hidden: true } },
    { name: 'leaseUntil', type: 'date', admin: { hidden: true } },
    { name: 'fence', type: 'number', required: true, defaultValue: 0, admin: { hidden: true } },
    { name: 'frozenAt', type: 'date', admin: { date: AS_A_TIME } },
    { name: 'finishedAt', type: 'date', admin: { date: AS_A_TIME } },
    { name: 'pausedFrom', type: 'text', admin: { hidden: true } },
    { name: 'pausedReason', type: 'textarea', label: 'Why it is paused' },
    { name: 'alertedAt', type: 'date', admin: { hidden: true } },
    {
      name: 'decisions',
      type: 'json',
      admin: {
        description: 'Who approved, paused, resumed, cancelled or repeated it, when and why.',
      },
    },
    ...['candidates', 'sent', 'failed', 'suppressed', 'skipped', 'expired', 'uncertain'].map(
      (name) => ({ name, type: 'number' as const }),
    ),
  ],
}
