import type { CollectionConfig } from 'payload'
import { AS_A_TIME } from '../fields/dates'
import { shownToStaff } from '../fields/ledger'

/**
 * Every mail the service owes about an account or a membership, one row each, sent at most once. The mail itself is
 * made when it is sent, so that no secret of it is kept here.
 */
export const AccountMails: CollectionConfig<'account-mails'> = {
  slug: 'account-mails',
  labels: { singular: 'Account mail', plural: 'Account mails' },
  defaultSort: '-createdAt',
  admin: {
    group: 'People',
    useAsTitle: 'kind',
    defaultColumns: ['kind', 'address', 'state', 'doneAt'],
    description:
      'Mail about accounts and memberships. “Sent” means that the mail server accepted it.',
  },
  access: shownToStaff,
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    { name: 'kind', type: 'text', required: true },
    { name: 'subjectId', type: 'text', required: true, index: true },
    { name: 'address', type: 'text', required: true, index: true },
    {
      name: 'state',
      type: 'select',
      required: true,
      index: true,
      options: ['owed', 'sending', 'sent', 'failed', 'dropped', 'uncertain'],
    },
    { name: 'owedAt', type: 'date', required: true, admin: { date: AS_A_TIME } },
    {
      name: 'nextAttemptAt',
      type: 'date',
      required: true,
      index: true,
      admin: { date: AS_A_TIME },
    },
    { name: 'sendingAt', type: 'date', admin: { date: AS_A_TIME } },
    { name: 'doneAt', type: 'date', admin: { date: AS_A_TIME } },
    { name: 'reason', type: 'text', maxLength: 300 },
  ],
}
