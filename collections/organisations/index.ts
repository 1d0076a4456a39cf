import type { CollectionConfig } from 'payload'
import { administratorsOnly, nobodyWrites, staffOnly } from '@/access/rules'
import { slugField } from '../fields/slug-field'
import { domainsField } from './domains-field'
import { notBeforeItBegins } from './not-before-it-begins'
import { recordOrganisation, recordOrganisationRemoval } from './record-organisation'
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
  hooks: {
    beforeDelete: [refuseWhileItHasMembers],
    afterChange: [recordOrganisation],
    afterDelete: [recordOrganisationRemoval],
  },
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
    domainsField,
    {
      type: 'row',
      fields: [
        { name: 'membershipFrom', type: 'date', required: true },
        {
          name: 'membershipTo',
          type: 'date',
          required: true,
          validate: notBeforeItBegins,
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
        {
          name: 'seats',
          type: 'number',
          min: 0,
          admin: { description: 'How many members it may have. Empty for as many as it likes.' },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'contactName',
          label: 'Contact',
          type: 'text',
          maxLength: 120,
          admin: { description: 'Whom to write to about membership. For staff only.' },
        },
        { name: 'contactEmail', label: 'Their e-mail address', type: 'text', maxLength: 254 },
      ],
    },
    // The enquiry it was made of, so that pressing twice makes one.
    {
      name: 'fromEnquiry',
      type: 'text',
      unique: true,
      index: true,
      access: { create: nobodyWrites, update: nobodyWrites },
      admin: { hidden: true },
    },
    { name: 'notes', type: 'textarea', admin: { description: 'For staff only.' } },
  ],
}
