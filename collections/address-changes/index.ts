import type { CollectionConfig } from 'payload'
import { writtenByTheService } from '../fields/ledger'

/** A member's wish for another address, done once both the old one and the new one have said yes. */
export const AddressChanges: CollectionConfig<'address-changes'> = {
  slug: 'address-changes',
  admin: { hidden: true },
  access: writtenByTheService,
  fields: [
    { name: 'member', type: 'relationship', relationTo: 'members', required: true, index: true },
    { name: 'oldEmail', type: 'text', required: true },
    { name: 'newEmail', type: 'text', required: true },
    { name: 'state', type: 'select', required: true, options: ['open', 'done', 'stopped'] },
    { name: 'oldConfirmedAt', type: 'date' },
    { name: 'newConfirmedAt', type: 'date' },
    { name: 'expiresAt', type: 'date', required: true, index: true },
  ],
}
