import type { CollectionConfig } from 'payload'
import { administratorsOnly, nobodyWrites, staffOnly } from '@/access/rules'
import { AS_A_DAY, cutToTheDay, LIKE_THIS } from '../fields/dates'
import { slugField } from '../fields/slug-field'
import { contactEmailField } from './contact-email-field'
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
    { name: 'name', label: 'Name', type: 'text', required: true, maxLength: 200 },
    slugField('name'),
    {
      name: 'kind',
      label: 'Kind',
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
        {
          name: 'membershipFrom',
          label: 'First day of membership',
          type: 'date',
          required: true,
          hooks: { beforeValidate: [cutToTheDay] },
          admin: { date: AS_A_DAY, description: LIKE_THIS },
        },
        {
          name: 'membershipTo',
          label: 'Last day of membership',
          type: 'date',
          required: true,
          validate: notBeforeItBegins,
          hooks: { beforeValidate: [cutToTheDay] },
          admin: { date: AS_A_DAY, description: `It counts whole. ${LIKE_THIS}` },
        },
        {
          name: 'graceDays',
          label: 'Days of grace',
          type: 'number',
          defaultValue: 0,
          min: 0,
          max: 90,
          admin: { description: 'Days after the last day on which members may still read.' },
        },
        {
          name: 'seats',
          label: 'Seats',
          type: 'number',
          min: 0,
          admin: { description: 'How many members it may have. Empty for as many as it likes.' },
        },
      ],
    },
    {
      name: 'seatsInUse',
      label: 'Seats in use',
      type: 'ui',
      admin: {
        disableListColumn: true,
        components: { Field: '/src/admin/seats-note#SeatsNote' },
      },
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
        contactEmailField,
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
    { name: 'notes', label: 'Notes', type: 'textarea', admin: { description: 'For staff only.' } },
  ],
}
