import type { CollectionConfig } from 'payload'
import { AS_A_TIME } from '../fields/dates'
import { shownToStaff } from '../fields/ledger'

/**
 * Who asked to join by an address of their organisation, and how far it went.
 *
 * `asked`: to be looked at. `confirming`: a mail is on its way to the address. `waiting`: confirmed, and given a seat
 * as soon as one is free. `joined`: has a seat. `known`: has an account already. It is forgotten once `expiresAt` is past,
 * and of those who wait a year after `confirmedAt`.
 */
export const JoinRequests: CollectionConfig<'join-requests'> = {
  slug: 'join-requests',
  labels: { singular: 'Wish to join', plural: 'Wishes to join' },
  defaultSort: '-createdAt',
  admin: {
    group: 'People',
    useAsTitle: 'email',
    defaultColumns: ['name', 'email', 'organisation', 'state', 'createdAt'],
    description: 'People who asked to join by an address of their organisation.',
  },
  access: shownToStaff,
  fields: [
    { name: 'email', label: 'E-mail address', type: 'text', required: true, index: true },
    { name: 'name', label: 'Name', type: 'text', required: true },
    { name: 'organisation', type: 'relationship', relationTo: 'organisations', index: true },
    {
      name: 'state',
      type: 'select',
      required: true,
      index: true,
      label: 'How far it went',
      options: [
        { value: 'asked', label: 'Asked; to be looked at' },
        { value: 'confirming', label: 'Mailed, to confirm the address' },
        { value: 'waiting', label: 'Waits for a seat' },
        { value: 'joined', label: 'Has joined' },
        { value: 'known', label: 'Had an account, or waited, already' },
      ],
    },
    {
      name: 'expiresAt',
      label: 'Forgotten on',
      type: 'date',
      required: true,
      index: true,
      admin: { date: AS_A_TIME },
    },
    {
      name: 'confirmedAt',
      label: 'Address confirmed on',
      type: 'date',
      admin: { date: AS_A_TIME },
    },
    {
      name: 'toldToWaitAt',
      label: 'Told to wait on',
      type: 'date',
      admin: { date: AS_A_TIME },
    },
  ],
}
