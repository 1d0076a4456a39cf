import type { CollectionConfig } from 'payload'
import {
  administratorsOnly,
  nobody,
  nobodyInAdmin,
  nobodyWrites,
  ownMemberRowOrStaff,
} from '@/access/rules'
import { isEmailAddress, normaliseEmail } from '@/lib/email-address'
import { forgetAccount } from './forget-account'
import { forgetMails } from './forget-mails'
import { forgetReading } from './forget-reading'
import { giveSeat } from './give-seat'
import { recordErasure, recordMembership } from './record-membership'

const byTheService = { create: nobodyWrites, update: nobodyWrites }

/**
 * Members have no password and no strategy in Payload: the site reads its own cookie and passes the member by hand, so
 * that REST and the admin cannot see members at all (docs/decisions/003-members-beside-staff.md).
 */
export const Members: CollectionConfig<'members'> = {
  slug: 'members',
  admin: {
    group: 'People',
    useAsTitle: 'email',
    defaultColumns: ['name', 'email', 'organisation', 'lastSignedInAt'],
    description: 'People of member organisations, who read the briefings on the site.',
  },
  access: {
    admin: nobodyInAdmin,
    create: administratorsOnly,
    read: ownMemberRowOrStaff,
    update: administratorsOnly,
    delete: administratorsOnly,
    unlock: nobody,
  },
  hooks: {
    beforeChange: [giveSeat],
    afterChange: [recordMembership],
    beforeDelete: [forgetMails, forgetAccount],
    afterDelete: [forgetReading, recordErasure],
  },
  auth: { disableLocalStrategy: true, strategies: [], useSessions: false },
  fields: [
    {
      name: 'email',
      label: 'E-mail address',
      type: 'email',
      required: true,
      unique: true,
      index: true,
      hooks: {
        beforeValidate: [
          ({ value }: { value?: unknown }) =>
            typeof value === 'string' ? normaliseEmail(value) : value,
        ],
      },
      validate: (value: string | null | undefined) =>
        isEmailAddress(value ?? '') || 'Give an e-mail address, such as name@example.gov.uk.',
    },
    { name: 'name', type: 'text', required: true, maxLength: 120 },
    { name: 'jobTitle', type: 'text', maxLength: 120 },
    {
      name: 'organisation',
      type: 'relationship',
      relationTo: 'organisations',
      required: true,
      index: true,
    },
    {
      name: 'isManager',
      label: 'Manages the organisation’s members',
      type: 'checkbox',
      defaultValue: false,
    },
    {
      name: 'seat',
      type: 'text',
      unique: true,
      index: true,
      access: byTheService,
      admin: { hidden: true },
    },
    { name: 'seatedAt', type: 'date', access: byTheService, admin: { hidden: true } },
    {
      name: 'leftAt',
      label: 'Left on',
      type: 'date',
      index: true,
      access: byTheService,
      admin: { readOnly: true, position: 'sidebar' },
    },
    {
      name: 'leftBecause',
      label: 'Why they left',
      type: 'select',
      access: byTheService,
      options: [
        { value: 'removed', label: 'Removed by a manager' },
        { value: 'not-confirmed', label: 'Did not confirm the address' },
      ],
      admin: { readOnly: true, position: 'sidebar' },
    },
    {
      name: 'addressConfirmedAt',
      label: 'Address confirmed on',
      type: 'date',
      access: byTheService,
      admin: { readOnly: true, position: 'sidebar' },
    },
    { name: 'lastSignedInAt', type: 'date', admin: { readOnly: true, position: 'sidebar' } },
  ],
}
