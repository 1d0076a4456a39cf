import type { CollectionConfig, PayloadRequest } from 'payload'
import { ACTS } from '@/access/record/audit-entry'
import { administratorsOnly } from '@/access/rules'
import { isAdministrator } from '@/access/who'
import { AS_A_TIME } from '../fields/dates'
import { writtenByTheService } from '../fields/ledger'
import { refuseToRewrite } from './refuse-to-rewrite'

/** Who did what: written once by the service, changed by nobody, forgotten after a time (docs/decisions/027-the-record.md). */
export const AuditEvents: CollectionConfig<'audit-events'> = {
  slug: 'audit-events',
  labels: { singular: 'Entry', plural: 'Record' },
  defaultSort: '-at',
  admin: {
    group: 'People',
    // A date is the one field whose title Payload puts into words; what was done stands right below.
    useAsTitle: 'at',
    defaultColumns: ['at', 'act', 'byKind', 'onKind', 'details'],
    listSearchableFields: ['byName', 'byId', 'onName', 'onId', 'details'],
    description:
      'Who did what, and when. Nothing here can be changed. Names are those of the time; members stand here by id.',
    hidden: ({ user }) => !isAdministrator(user as PayloadRequest['user']),
  },
  access: { ...writtenByTheService, read: administratorsOnly },
  hooks: { beforeOperation: [refuseToRewrite] },
  timestamps: false,
  fields: [
    {
      name: 'inWords',
      type: 'ui',
      admin: {
        disableListColumn: true,
        components: { Field: '/src/admin/record/entry-in-words#EntryInWords' },
      },
    },
    {
      name: 'at',
      label: 'When',
      type: 'date',
      required: true,
      index: true,
      admin: { date: AS_A_TIME },
    },
    {
      name: 'act',
      label: 'What was done',
      type: 'select',
      required: true,
      index: true,
      options: Object.entries(ACTS).map(([value, label]) => ({ value, label })),
    },
    {
      name: 'byKind',
      label: 'By whom',
      type: 'select',
      required: true,
      admin: { components: { Cell: '/src/admin/record/cells#ByCell' } },
      options: [
        { value: 'staff', label: 'A member of staff' },
        { value: 'member', label: 'A member' },
        { value: 'service', label: 'The service' },
        { value: 'unknown', label: 'Somebody unknown' },
      ],
    },
    { name: 'byName', label: 'Doer', type: 'text' },
    { name: 'byId', label: 'Doer’s id', type: 'text', index: true },
    {
      name: 'onKind',
      label: 'On whom or what',
      type: 'text',
      admin: { components: { Cell: '/src/admin/record/cells#OnCell' } },
    },
    { name: 'onName', label: 'Subject', type: 'text' },
    { name: 'onId', label: 'Subject’s id', type: 'text', index: true },
    {
      name: 'details',
      label: 'Details',
      type: 'text',
      admin: { components: { Cell: '/src/admin/record/cells#DetailsCell' } },
    },
    {
      name: 'fromHash',
      label: 'Mark of the address it came from',
      type: 'text',
      index: true,
      admin: { description: 'The same mark for the same address, from which no address follows.' },
    },
  ],
}
