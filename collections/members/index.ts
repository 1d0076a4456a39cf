import type { CollectionConfig } from 'payload'
import { administratorsOnly, nobody, nobodyInAdmin, ownMemberRowOrStaff } from '@/access/rules'
import { isEmailAddress, normaliseEmail } from '@/lib/email-address'
import { forgetAccount } from './forget-account'
import { forgetReading } from './forget-reading'

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
  hooks: { beforeDelete: [forgetAccount], afterDelete: [forgetReading] },
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
    { name: 'lastSignedInAt', type: 'date', admin: { readOnly: true, position: 'sidebar' } },
  ],
}
