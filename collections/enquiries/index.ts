import type { CollectionConfig } from 'payload'
import { administratorsOnly, nobody, nobodyWrites, staffOnly } from '@/access/rules'
import { AS_A_TIME } from '../fields/dates'

const asSent = { update: nobodyWrites }

/** What people write to the service: to join, to ask, or to point out an error. Kept until an administrator removes it. */
export const Enquiries: CollectionConfig<'enquiries'> = {
  slug: 'enquiries',
  labels: { singular: 'Enquiry', plural: 'Enquiries' },
  defaultSort: '-createdAt',
  admin: {
    group: 'People',
    useAsTitle: 'name',
    defaultColumns: ['name', 'kind', 'organisationName', 'state', 'createdAt'],
    description: 'What people wrote to us through the site.',
  },
  access: { create: nobody, read: staffOnly, update: staffOnly, delete: administratorsOnly },
  fields: [
    {
      name: 'state',
      label: 'State',
      type: 'select',
      required: true,
      defaultValue: 'new',
      options: [
        { value: 'new', label: 'New' },
        { value: 'in-hand', label: 'In hand' },
        { value: 'closed', label: 'Closed' },
      ],
      admin: { position: 'sidebar' },
    },
    {
      name: 'organisation',
      label: 'The organisation made of it',
      type: 'relationship',
      relationTo: 'organisations',
      access: asSent,
      admin: {
        position: 'sidebar',
        readOnly: true,
        condition: ({ organisation }) => Boolean(organisation),
      },
    },
    {
      name: 'makeOrganisation',
      label: 'The organisation',
      type: 'ui',
      admin: {
        position: 'sidebar',
        components: { Field: '/src/admin/enquiries/organisation-panel#OrganisationPanel' },
      },
    },
    {
      name: 'kind',
      label: 'What it is',
      type: 'select',
      required: true,
      access: asSent,
      options: [
        { value: 'join', label: 'To join' },
        { value: 'contact', label: 'A question' },
        { value: 'error', label: 'An error on a page' },
      ],
    },
    { name: 'name', label: 'Name', type: 'text', maxLength: 120, access: asSent },
    { name: 'email', label: 'E-mail address', type: 'text', maxLength: 254, access: asSent },
    {
      name: 'organisationName',
      label: 'Organisation',
      type: 'text',
      maxLength: 200,
      access: asSent,
    },
    { name: 'message', label: 'Message', type: 'textarea', maxLength: 5000, access: asSent },
    {
      name: 'page',
      label: 'Page',
      type: 'text',
      maxLength: 500,
      access: asSent,
      admin: { description: 'The page they wrote from.' },
    },
    {
      name: 'mailedAt',
      label: 'Passed on by mail',
      type: 'date',
      access: asSent,
      admin: { readOnly: true, date: AS_A_TIME },
    },
    { name: 'notes', label: 'Notes', type: 'textarea', admin: { description: 'For staff only.' } },
  ],
}
