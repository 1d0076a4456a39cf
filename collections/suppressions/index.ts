import type { CollectionConfig } from 'payload'
import { AS_A_TIME } from '../fields/dates'
import { shownToStaff } from '../fields/ledger'

/** Addresses that must not be mailed, as keyed hashes that outlive the account. */
export const Suppressions: CollectionConfig<'suppressions'> = {
  slug: 'suppressions',
  admin: {
    group: 'Bulletin',
    useAsTitle: 'addressHash',
    defaultColumns: ['addressHash', 'reason', 'at'],
  },
  access: shownToStaff,
  fields: [
    { name: 'addressHash', type: 'text', required: true, unique: true, index: true },
    {
      name: 'reason',
      type: 'select',
      required: true,
      options: ['bounced', 'complained', 'erased', 'staff'],
    },
    { name: 'at', type: 'date', required: true, admin: { date: AS_A_TIME } },
  ],
}
