import type { CollectionConfig } from 'payload'
import { shownToStaff } from '../fields/ledger'

/**
 * Who asked to join by an address of their organisation, and how far it went.
 *
 * `asked`: to be looked at. `confirming`: a mail is on its way to the address. `waiting`: confirmed, and given a seat
 * as soon as one is free. `joined`: has a seat. `known`: has an account already.
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
    { name: 'email', type: 'text', required: true, index: true },
    { name: 'name', type: 'text', required: true },
    { name: 'organisation', type: 'relationship', relationTo: 'organisations', index: true },
    {
      name: 'state',
      type: 'select',
      required: true,
      index: true,
      options: ['asked', 'confirming', 'waiting', 'joined', 'known'],
    },
    { name: 'expiresAt', type: 'date', required: true, index: true },
    { name: 'confirmedAt', type: 'date' },
    { name: 'toldToWaitAt', type: 'date' },
  ],
}
