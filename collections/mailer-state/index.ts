import type { CollectionConfig } from 'payload'
import { writtenByTheService } from '../fields/ledger'

/** The few things the sender must remember between runs, each under its key: since when the Bulletin is in use, for one. */
export const MailerState: CollectionConfig<'mailer-state'> = {
  slug: 'mailer-state',
  admin: { hidden: true },
  access: writtenByTheService,
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    { name: 'value', type: 'json', required: true },
  ],
}
