import type { CollectionConfig } from 'payload'
import { writtenByTheService } from '../fields/ledger'

/** A search a member keeps. New finds go into their Bulletin. Private to the member. */
export const SavedSearches: CollectionConfig<'saved-searches'> = {
  slug: 'saved-searches',
  admin: { hidden: true },
  access: writtenByTheService,
  indexes: [{ fields: ['memberId', 'parameters'], unique: true }],
  fields: [
    { name: 'memberId', type: 'text', required: true, index: true },
    { name: 'name', type: 'text', required: true, maxLength: 120 },
    /** The search as the archive's address has it, in its one canonical form. */
    { name: 'parameters', type: 'text', required: true, maxLength: 2000 },
    {
      name: 'state',
      type: 'select',
      required: true,
      defaultValue: 'active',
      options: ['active', 'paused'],
    },
    /** Briefings published or updated after this are new to it. */
    { name: 'since', type: 'date', required: true },
  ],
}
