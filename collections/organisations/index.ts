import type { CollectionConfig } from 'payload'
import { administratorsOnly, staffOnly } from '@/access/rules'
import { slugField } from '../fields/slug-field'
import { refuseWhileItHasMembers } from './refuse-while-it-has-members'

export const Organisations: CollectionConfig<'organisations'> = {
  slug: 'organisations',
  admin: {
    group: 'People',
    useAsTitle: 'name',
    defaultColumns: ['name', 'kind', 'membershipFrom', 'membershipTo', 'seats'],
    description:
      'Who has membership, and until when. Whether it runs today follows from its dates.',
  },
  access: {
    create: administratorsOnly,
    read: staffOnly,
    update: administratorsOnly,
    delete: administratorsOnly,
  },
  hooks: { beforeDelete: [refuseWhileItHasMembers] },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 200 },
    slugField('name'),
    {
      name: 'kind',
      type: 'select',
      required: true,
      defaultValue: 'council',
      options: [
        { value: 'council', label: 'Council' },
        { value: 'housing', label: 'Housing body' },
        { value: 'charity', label: 'Charity' },
        { value: 'other', label: 'Other' },
      ],
    },
    {
      name: 'domains',
      type: 'text',
      hasMany: true,
      admin: { description: 'Domains of their e-mail addresses, such as example.gov.uk.' },
    },
    {
      type: 'row',
      fields: [
        { name: 'membershipFrom', type: 'date', required: true },
        {
          name: 'membershipTo',
          type: 'date',
          required: true,
          admin: { description: 'The last day of membership.' },
        },
        {
          name: 'graceDays',
          type: 'number',
          defaultValue: 0,
          min: 0,
          max: 90,
          admin: { description: 'Days after the last day on which members may still read.' },
        },
        { name: 'seats', type: 'number', min: 0 },
      ],
    },
    { name: 'notes', type: 'textarea', admin: { description: 'For staff only.' } },
  ],
}
