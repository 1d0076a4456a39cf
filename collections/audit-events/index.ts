import type { CollectionConfig, PayloadRequest } from 'payload'
import { ACTS } from '@/access/record/audit-entry'
import { administratorsOnly } from '@/access/rules'
import { isAdministrator } from '@/access/who'
import { writtenByTheService } from '../fields/ledger'
import { refuseToRewrite } from './refuse-to-rewrite'

/** Who did what: written once by the service, changed by nobody, forgotten after a time (docs/decisions/027-the-record.md). */
export const AuditEvents: CollectionConfig<'audit-events'> = {
  slug: 'audit-events',
  labels: { singular: 'Entry', plural: 'Record' },
  defaultSort: '-at',
  admin: {
    group: 'People',
    useAsTitle: 'act',
    defaultColumns: ['at', 'act', 'byName', 'onName', 'details'],
    listSearchableFields: ['byName', 'byId', 'onName', 'onId', 'details'],
    description: 'Who did what, and when. Nothing here can be changed. Members stand here by id.',
    hidden: ({ user }) => !isAdministrator(user as PayloadRequest['user']),
  },
  access: { ...writtenByTheService, read: administratorsOnly },
  hooks: { beforeOperation: [refuseToRewrite] },
  timestamps: false,
  fields: [
    { name: 'at', label: 'When', type: 'date', required: true, index: true },
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
      label: 'By',
      type: 'select',
      required: true,
      options: [
        { value: 'staff', label: 'A member of staff' },
        { value: 'member', label: 'A member' },
        { value: 'service', label: 'The service' },
        { value: 'unknown', label: 'Somebody unknown' },
      ],
    },
    { name: 'byName', label: 'Their name at the time', type: 'text' },
    { name: 'byId', label: 'Their id', type: 'text', index: true },
    { name: 'onKind', label: 'On what', type: 'text' },
    { name: 'onName', label: 'Its name at the time', type: 'text' },
    { name: 'onId', label: 'Its id', type: 'text', index: true },
    { name: 'details', type: 'text' },
    {
      name: 'fromHash',
      label: 'From',
      type: 'text',
      index: true,
      admin: { description: 'The same mark for the same address, from which no address follows.' },
    },
  ],
}
