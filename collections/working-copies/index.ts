import type { CollectionConfig } from 'payload'
import { writtenByTheService } from '../fields/ledger'

/**
 * What somebody at the desk has typed and not saved yet (docs/decisions/033-working-copies.md): one row a person and
 * document, written whole every few seconds. Nobody else reads it, and no reader ever does.
 */
export const WorkingCopies: CollectionConfig<'working-copies'> = {
  slug: 'working-copies',
  admin: { hidden: true },
  access: writtenByTheService,
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    { name: 'ownerId', type: 'text', required: true, index: true },
    // The briefing it is of, or `new-…` for one that was never saved.
    { name: 'document', type: 'text', required: true, index: true },
    // The state of the briefing the typing began from, as its `updatedAt`.
    { name: 'startedFrom', type: 'text' },
    { name: 'title', type: 'text' },
    { name: 'content', type: 'json', required: true },
    { name: 'keptAt', type: 'date', required: true, index: true },
  ],
}
