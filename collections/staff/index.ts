import type { CollectionConfig } from 'payload'
import {
  administratorsOnly,
  administratorsWrite,
  ownAccountOrAdministrator,
  staffInAdmin,
  staffOnly,
} from '@/access/rules'
import { slugField } from '../fields/slug-field'
import { requireLongPassword, requireLongPasswordOnReset } from './require-long-password'

export const Staff: CollectionConfig<'staff'> = {
  slug: 'staff',
  labels: { singular: 'Member of staff', plural: 'Staff' },
  admin: {
    group: 'People',
    useAsTitle: 'name',
    defaultColumns: ['name', 'role', 'jobTitle', 'email'],
    description: 'Research officers, editors and administrators, who sign in here.',
  },
  access: {
    admin: staffInAdmin,
    create: administratorsOnly,
    read: staffOnly,
    update: ownAccountOrAdministrator,
    delete: administratorsOnly,
    unlock: administratorsOnly,
  },
  auth: {
    tokenExpiration: 8 * 60 * 60,
    maxLoginAttempts: 10,
    lockTime: 10 * 60 * 1000,
    removeTokenFromResponses: true,
    useSessions: true,
  },
  hooks: {
    beforeOperation: [requireLongPasswordOnReset],
    beforeValidate: [requireLongPassword],
  },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 120 },
    slugField('name'),
    {
      name: 'role',
      type: 'select',
      required: true,
      defaultValue: 'officer',
      saveToJWT: false,
      access: { create: administratorsWrite, update: administratorsWrite },
      options: [
        { value: 'officer', label: 'Research officer' },
        { value: 'editor', label: 'Editor' },
        { value: 'administrator', label: 'Administrator' },
      ],
      admin: {
        description:
          'Officers write. Editors also publish. Administrators also look after accounts and organisations.',
      },
    },
    { name: 'jobTitle', type: 'text', maxLength: 120 },
    {
      name: 'biography',
      type: 'textarea',
      maxLength: 600,
      admin: { description: 'Shown to the public on the officer’s page.' },
    },
  ],
}
