import type { CollectionConfig } from 'payload'
import {
  administratorsOnly,
  nobody,
  nobodyInAdmin,
  nobodyWrites,
  ownMemberRowOrStaff,
} from '@/access/rules'
import { isEmailAddress, normaliseEmail } from '@/lib/email-address'
import type { Member } from '@/payload-types'
import { AS_A_TIME } from '../fields/dates'
import { closeOldAddress } from './close-old-address'
import { forgetAccount } from './forget-account'
import { forgetEnquiries } from './forget-enquiries'
import { forgetMails } from './forget-mails'
import { forgetReading } from './forget-reading'
import { giveSeat } from './give-seat'
import { leaveBulletin } from './leave-bulletin'
import { recordErasure, recordMembership } from './record-membership'
import { refuseStaleForm } from './refuse-stale-form'

const byTheService = { create: nobodyWrites, update: nobodyWrites }

const hasLeft = ({ leftAt }: Partial<Member>) => Boolean(leftAt)

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
    beforeChange: [refuseStaleForm, giveSeat, closeOldAddress.before],
    afterChange: [closeOldAddress.after, recordMembership],
    beforeDelete: [leaveBulletin, forgetEnquiries, forgetMails, forgetAccount, forgetReading],
    afterDelete: [recordErasure],
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
    { name: 'name', label: 'Name', type: 'text', required: true, maxLength: 120 },
    { name: 'jobTitle', label: 'Job title', type: 'text', maxLength: 120 },
    {
      name: 'organisation',
      label: 'Organisation',
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
      name: 'access',
      label: 'Access',
      type: 'ui',
      admin: {
        position: 'sidebar',
        disableListColumn: true,
        components: { Field: '/src/admin/members/access-panel#AccessPanel' },
      },
    },
    {
      name: 'leftAt',
      label: 'Left on',
      type: 'date',
      index: true,
      access: byTheService,
      admin: { readOnly: true, position: 'sidebar', date: AS_A_TIME, condition: hasLeft },
    },
    {
      name: 'leftBecause',
      label: 'Why they left',
      type: 'select',
      access: byTheService,
      options: [
        { value: 'removed', label: 'Removed by a manager' },
        { value: 'ended-by-staff', label: 'Ended at this desk' },
        { value: 'not-confirmed', label: 'Did not confirm the address' },
      ],
      admin: { readOnly: true, position: 'sidebar', condition: hasLeft },
    },
    {
      name: 'addressConfirmedAt',
      label: 'Address confirmed on',
      type: 'date',
      access: byTheService,
      admin: { readOnly: true, position: 'sidebar', date: AS_A_TIME },
    },
    {
      name: 'lastSignedInAt',
      label: 'Last signed in',
      type: 'date',
      access: byTheService,
      admin: { readOnly: true, position: 'sidebar', date: AS_A_TIME },
    },
  ],
}
