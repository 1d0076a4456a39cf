import type { CollectionConfig } from 'payload'
import { writtenByTheService } from '../fields/ledger'

/**
 * A code and a link sent to a member, good once and for fifteen minutes. Only keyed hashes are kept.
 *
 * Wrong codes are counted in `tries` and spoil the code, never the link. An address nobody has gets a row as well,
 * without a member: asking and trying then answer alike for both. A link that staff made has neither address nor code.
 */
export const SignInCodes: CollectionConfig<'sign-in-codes'> = {
  slug: 'sign-in-codes',
  admin: { hidden: true },
  access: writtenByTheService,
  fields: [
    { name: 'member', type: 'relationship', relationTo: 'members', index: true },
    { name: 'addressHash', type: 'text', index: true },
    { name: 'state', type: 'select', required: true, options: ['open', 'used', 'spoilt'] },
    { name: 'codeHash', type: 'text' },
    { name: 'linkHash', type: 'text', required: true, unique: true, index: true },
    { name: 'expiresAt', type: 'date', required: true, index: true },
    { name: 'tries', type: 'number', required: true, defaultValue: 0 },
  ],
}
