import type { CollectionConfig } from 'payload'
import { AS_A_TIME } from '../fields/dates'
import { shownToStaff } from '../fields/ledger'

/** What was searched for, without who searched: an organisation at most. Old rows are deleted. */
export const SearchLog: CollectionConfig<'search-log'> = {
  slug: 'search-log',
  labels: { singular: 'Search', plural: 'Searches' },
  defaultSort: '-searchedAt',
  admin: {
    // Shown through the report of searches, which leads here.
    group: false,
    useAsTitle: 'text',
    defaultColumns: ['text', 'total', 'viewerClass', 'clickedRank', 'searchedAt'],
    description: 'What people searched for, and what they opened. It holds no name and no address.',
  },
  access: shownToStaff,
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'text', label: 'Search', type: 'text', index: true },
    { name: 'filters', type: 'json' },
    { name: 'total', label: 'Found', type: 'number', required: true, index: true },
    {
      name: 'viewerClass',
      label: 'Searched by',
      type: 'select',
      required: true,
      options: [
        { value: 'visitor', label: 'A visitor' },
        { value: 'lapsed', label: 'A lapsed member' },
        { value: 'member', label: 'A member' },
        { value: 'staff', label: 'Staff' },
      ],
    },
    { name: 'organisationId', label: 'Organisation', type: 'text' },
    {
      name: 'searchedAt',
      label: 'When',
      type: 'date',
      required: true,
      index: true,
      admin: { date: AS_A_TIME },
    },
    { name: 'clickedRank', label: 'Opened, by rank', type: 'number' },
    { name: 'clickedBriefingId', type: 'text' },
  ],
}
