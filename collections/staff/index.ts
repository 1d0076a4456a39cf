import type { CollectionConfig } from 'payload'
import {
  administratorsOnly,
  administratorsWrite,
  nobodyReads,
  nobodyWrites,
  ownAccountOrAdministrator,
  staffInAdmin,
  staffOnly,
} from '@/access/rules'
import { slugField } from '../fields/slug-field'
import { askForCurrentPassword } from './ask-for-current-password'
import { askForSecondFactor, noteReset } from './ask-for-second-factor'
import { endLongSessions } from './end-long-sessions'
import { endSessionsOfWhoLeft, refuseWhoHasLeft } from './has-left'
import {
  noteNewPassword,
  recordSignIn,
  recordStaffChange,
  recordStaffRemoval,
} from './record-staff'
import { requireGoodPassword, requireGoodPasswordOnReset } from './require-good-password'

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
    // No lock: whoever can guess could close it. The doors count tries by who makes them (src/app/staff-limits.ts).
    maxLoginAttempts: 0,
    removeTokenFromResponses: true,
    useSessions: true,
  },
  hooks: {
    beforeOperation: [requireGoodPasswordOnReset, noteReset, endLongSessions],
    beforeValidate: [requireGoodPassword, askForCurrentPassword],
    beforeChange: [endSessionsOfWhoLeft, noteNewPassword],
    afterChange: [recordStaffChange],
    afterDelete: [recordStaffRemoval],
    beforeLogin: [refuseWhoHasLeft, askForSecondFactor],
    afterOperation: [recordSignIn],
  },
  fields: [
    {
      // Only sent, never kept or answered: see `ask-for-current-password.ts`. A field of the form alone would lose what is
      // typed in it once the server answers with the form's state.
      name: 'currentPassword',
      type: 'text',
      virtual: true,
      admin: {
        components: { Field: '/src/admin/staff/current-password-panel#CurrentPasswordPanel' },
      },
    },
    {
      name: 'secondStep',
      type: 'ui',
      admin: { components: { Field: '/src/admin/staff/second-factor-panel#SecondFactorPanel' } },
    },
    { name: 'name', type: 'text', required: true, maxLength: 120 },
    {
      // Read and written by `src/access/second-factor` alone.
      name: 'secondFactor',
      type: 'group',
      hidden: true,
      access: { create: nobodyWrites, read: nobodyReads, update: nobodyWrites },
      fields: [
        { name: 'secret', type: 'text' },
        { name: 'since', type: 'date' },
        { name: 'step', type: 'number' },
      ],
    },
    {
      // Counts what was changed: see `src/access/staff-rows`.
      name: 'revision',
      type: 'number',
      defaultValue: 0,
      hidden: true,
      access: { create: nobodyWrites, read: nobodyReads, update: nobodyWrites },
    },
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
    {
      name: 'hasLeft',
      type: 'checkbox',
      defaultValue: false,
      access: { create: administratorsWrite, update: administratorsWrite },
      admin: {
        position: 'sidebar',
        description: 'Signs them out at once and for good. Their name stays on what they wrote.',
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
