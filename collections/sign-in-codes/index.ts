import type { CollectionConfig } from 'payload'
import { writtenByTheService } from '../fields/ledger'

/** A code and a link sent to a member, good once and for fifteen minutes. Only hashes are kept. */
export const SignInCodes: CollectionConfig<'sign-in-codes'> = {
  slug: 'sign-in-codes',
  admin: { hidden: true },
  access: writtenByTheService,
  fields: [
    { name: 'member', type: 'relationship', relationTo: 'members', required: true, index: true },
    { name: 'state', type: 'select', required: true, options: ['open', 'used', 'spoilt'] },
    { name: 'codeHash', type: 'text', required: true },
    { name: 'linkHash', type: 'text', required: true, unique: true, index: true },
    { name: 'expiresAt', type: 'date', required: true, index: true },
    { name: 'wrongTries', type: 'number', required: true, defaultValue: 0 },
  ],
}
