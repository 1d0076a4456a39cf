import type { CollectionConfig } from 'payload'
import { AS_A_TIME } from '../fields/dates'
import { shownToStaff } from '../fields/ledger'

/** A source that needs an officer: one row a source, opened again should the same source fail again. */
export const EvidenceTasks: CollectionConfig<'evidence-tasks'> = {
  slug: 'evidence-tasks',
  labels: { singular: 'Source to look at', plural: 'Sources to look at' },
  defaultSort: 'closedAt',
  admin: {
    group: 'Evidence',
    useAsTitle: 'title',
    defaultColumns: ['title', 'problem', 'said', 'briefings', 'openedAt', 'closedAt'],
    description:
      'Sources whose links no longer lead there, or that no longer stand, with every briefing that cites them. A row closes by itself once the source is mended.',
    components: { beforeListTable: ['/src/admin/sources/watch-note#WatchNote'] },
  },
  access: shownToStaff,
  fields: [
    // The id of the source: one task each.
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    { name: 'title', type: 'text', required: true },
    { name: 'source', type: 'relationship', relationTo: 'sources' },
    {
      name: 'problem',
      type: 'select',
      required: true,
      options: [
        { value: 'dead', label: 'Dead link' },
        { value: 'moved', label: 'Moved' },
        { value: 'superseded', label: 'Superseded' },
        { value: 'withdrawn', label: 'Withdrawn' },
      ],
    },
    { name: 'said', type: 'text', label: 'What was found' },
    { name: 'briefings', type: 'relationship', relationTo: 'briefings', hasMany: true },
    { name: 'openedAt', type: 'date', required: true, admin: { date: AS_A_TIME } },
    { name: 'closedAt', type: 'date', index: true, admin: { date: AS_A_TIME } },
  ],
}
