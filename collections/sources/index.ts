import type { CollectionConfig } from 'payload'
import { activeMembersAndStaff, nobodyWrites, staffOnly, staffRead } from '@/access/rules'
import { isSafeHref } from '@/lib/safe-href'
import { AS_A_DAY } from '../fields/dates'
import { leaveWhatReadersSeeToEditors } from '../hooks/leave-what-readers-see-to-editors'
import { briefingsWithSource } from '../hooks/published-with'
import { forgetItsWatch } from './forget-its-watch'
import { refuseWhileItIsCited } from './refuse-while-it-is-cited'

const isWebAddress = (value: string) => isSafeHref(value) && /^https?:/.test(value)

export const Sources: CollectionConfig<'sources'> = {
  slug: 'sources',
  admin: {
    group: 'Evidence',
    useAsTitle: 'title',
    defaultColumns: ['title', 'publisher', 'year', 'type'],
    listSearchableFields: ['title', 'publisher', 'authors', 'doi'],
    description: 'What the briefings rest on. One record serves every briefing that cites it.',
    components: { beforeListTable: ['/src/admin/sources/above-sources#AboveSources'] },
  },
  access: { create: staffOnly, read: activeMembersAndStaff, update: staffOnly, delete: staffOnly },
  hooks: {
    beforeOperation: [
      leaveWhatReadersSeeToEditors({
        publishedWith: briefingsWithSource,
        unseen: ['note', 'key'],
        instead: 'add a new source',
      }),
    ],
    beforeDelete: [refuseWhileItIsCited],
    afterDelete: [forgetItsWatch],
  },
  fields: [
    { name: 'title', type: 'text', required: true, maxLength: 400 },
    {
      type: 'row',
      fields: [
        { name: 'publisher', type: 'text', maxLength: 200 },
        { name: 'year', type: 'number', min: 1500, max: 2100 },
      ],
    },
    {
      name: 'authors',
      type: 'text',
      hasMany: true,
      admin: {
        description: 'People or bodies, one each. Leave empty where the publisher wrote it.',
      },
    },
    {
      name: 'type',
      type: 'select',
      required: true,
      defaultValue: 'research',
      options: [
        { value: 'evaluation', label: 'Evaluation' },
        { value: 'statistics', label: 'Statistics' },
        { value: 'guidance', label: 'Guidance' },
        { value: 'legislation', label: 'Legislation' },
        { value: 'case-study', label: 'Case study' },
        { value: 'research', label: 'Research' },
        { value: 'opinion', label: 'Opinion' },
        { value: 'news', label: 'News' },
      ],
    },
    {
      name: 'url',
      label: 'Web address',
      type: 'text',
      index: true,
      validate: (value: string | null | undefined) =>
        !value || isWebAddress(value) || 'Give an address that begins with http:// or https://.',
    },
    {
      name: 'doi',
      label: 'DOI',
      type: 'text',
      index: true,
      validate: (value: string | null | undefined) =>
        !value || /^10\.\d{4,9}\/\S+$/.test(value) || 'A DOI looks like 10.1000/182.',
    },
    {
      name: 'archivedUrl',
      label: 'Archived copy',
      type: 'text',
      validate: (value: string | null | undefined) =>
        !value || isWebAddress(value) || 'Give an address that begins with http:// or https://.',
      admin: { description: 'Where a copy is kept, should the source go away.' },
    },
    {
      name: 'geography',
      type: 'text',
      maxLength: 200,
      admin: { description: 'The place it speaks of, such as Wales or Greater Manchester.' },
    },
    {
      name: 'standing',
      type: 'select',
      defaultValue: 'current',
      options: [
        { value: 'current', label: 'Stands' },
        { value: 'superseded', label: 'Superseded by a newer one' },
        { value: 'withdrawn', label: 'Withdrawn by its publisher' },
      ],
      admin: { description: 'Readers are told, wherever the source is cited.' },
    },
    {
      name: 'replacedBy',
      label: 'The source to read instead',
      type: 'relationship',
      relationTo: 'sources',
      filterOptions: ({ id }) => (id ? { id: { not_equals: id } } : true),
      admin: { condition: ({ standing }) => standing !== 'current' },
    },
    {
      name: 'whereCited',
      type: 'ui',
      admin: { components: { Field: '/src/admin/sources/where-cited-field#WhereCitedField' } },
    },
    {
      name: 'note',
      type: 'textarea',
      maxLength: 2000,
      // Read by staff alone: the reader’s list of sources is made of the other fields.
      access: { read: staffRead },
      admin: { description: 'For colleagues. Readers do not see it.' },
    },
    {
      // The ids of sources that became this one: a text that still names one of them means this one.
      name: 'mergedFrom',
      type: 'text',
      hasMany: true,
      access: { read: staffRead, create: nobodyWrites, update: nobodyWrites },
      admin: { hidden: true },
    },
    {
      name: 'accessed',
      type: 'date',
      admin: { date: AS_A_DAY, description: 'The day the source was last read.' },
    },
    {
      name: 'key',
      type: 'text',
      unique: true,
      index: true,
      admin: {
        position: 'sidebar',
        description: 'A short name for imports. You need not fill it in.',
      },
    },
  ],
}
