import type { Field } from 'payload'
import { activeMembersRead, nobodyWrites, staffRead } from '@/access/rules'
import { AS_A_DAY, AS_A_TIME } from '../fields/dates'
import { briefingEditor } from '../fields/editors'
import { publishedAtField } from '../fields/published-at-field'
import { slugField } from '../fields/slug-field'
import { stageField } from '../fields/stage-field'
import { topicsField } from '../fields/topics-field'
import { derivedFields } from './derived-fields'
import { reviewFields } from './review-fields'
import { savingFields } from './saving-fields'

const memberText = { read: activeMembersRead }

const writing: Field[] = [
  {
    name: 'title',
    type: 'text',
    required: true,
    maxLength: 200,
    admin: { description: 'Public. What a busy reader would search for.' },
  },
  {
    name: 'summary',
    type: 'textarea',
    required: true,
    maxLength: 1000,
    admin: { description: 'Public. One or two sentences that say what the briefing gives.' },
  },
  {
    name: 'keyPoints',
    type: 'array',
    access: memberText,
    labels: { singular: 'Key point', plural: 'Key points' },
    admin: {
      description: 'Members only. Three to six sentences that stand alone.',
      initCollapsed: true,
      components: { RowLabel: '/src/admin/key-point-label#KeyPointLabel' },
    },
    fields: [{ name: 'text', type: 'textarea', required: true, maxLength: 600 }],
  },
  {
    name: 'body',
    type: 'richText',
    access: memberText,
    editor: briefingEditor(),
    admin: {
      description:
        'Members only. Headings make the contents list. Type / for a case study, a chart or a timeline, and [@ to cite a source.',
    },
  },
]

const evidence: Field[] = [
  {
    name: 'sources',
    type: 'relationship',
    relationTo: 'sources',
    hasMany: true,
    access: memberText,
    admin: {
      description:
        'Those the text cites are added on saving, and numbered as it cites them; the others come last.',
    },
  },
  {
    name: 'related',
    label: 'Related briefings',
    type: 'relationship',
    relationTo: 'briefings',
    hasMany: true,
    access: memberText,
    filterOptions: ({ id }) => (id ? { id: { not_equals: id } } : true),
  },
  {
    name: 'attachments',
    type: 'relationship',
    relationTo: 'attachments',
    hasMany: true,
    access: memberText,
  },
]

const updating: Field[] = [
  {
    name: 'updateKind',
    label: 'This update is',
    type: 'radio',
    defaultValue: 'minor',
    access: { read: staffRead },
    options: [
      { value: 'minor', label: 'Minor: alerts nobody' },
      { value: 'substantial', label: 'Substantial: goes into the Bulletin' },
    ],
    admin: {
      description: 'Counts once the briefing has been published.',
      condition: (data) => Boolean(data.firstPublishedAt),
    },
  },
  {
    name: 'changeNote',
    label: 'What changed',
    type: 'textarea',
    maxLength: 400,
    access: { read: staffRead },
    admin: {
      description: 'Shown to members with the date. Needed for a substantial update.',
      condition: (data) => data.updateKind === 'substantial',
    },
  },
  {
    name: 'changes',
    type: 'array',
    access: { read: activeMembersRead, create: nobodyWrites, update: nobodyWrites },
    admin: { readOnly: true, condition: (data) => Boolean(data.firstPublishedAt) },
    fields: [
      { name: 'date', type: 'date', required: true, admin: { date: AS_A_DAY } },
      { name: 'note', type: 'textarea', required: true },
      { name: 'edition', type: 'number', required: true },
    ],
  },
]

const sidebar: Field[] = [
  {
    name: 'reference',
    type: 'text',
    unique: true,
    index: true,
    maxLength: 40,
    // A copy is given a reference of its own.
    hooks: { beforeDuplicate: [() => null] },
    admin: { position: 'sidebar', description: 'Such as RB-2018-031. Made if you leave it empty.' },
  },
  slugField('title', ['a-z', 'by-year']),
  {
    name: 'type',
    type: 'select',
    required: true,
    defaultValue: 'briefing',
    index: true,
    admin: { position: 'sidebar' },
    options: [
      { value: 'briefing', label: 'Briefing' },
      { value: 'case-study', label: 'Case studies' },
      { value: 'update', label: 'Update' },
    ],
  },
  { name: 'series', type: 'relationship', relationTo: 'series', admin: { position: 'sidebar' } },
  topicsField(),
  {
    name: 'nations',
    type: 'select',
    hasMany: true,
    defaultValue: ['england', 'scotland', 'wales', 'northern-ireland'],
    admin: { position: 'sidebar' },
    options: [
      { value: 'england', label: 'England' },
      { value: 'scotland', label: 'Scotland' },
      { value: 'wales', label: 'Wales' },
      { value: 'northern-ireland', label: 'Northern Ireland' },
    ],
  },
  {
    name: 'authors',
    type: 'relationship',
    relationTo: 'staff',
    hasMany: true,
    defaultValue: ({ user }) => (user?.collection === 'staff' ? [user.id] : []),
    admin: { position: 'sidebar' },
  },
  publishedAtField(),
  {
    name: 'reviewBy',
    label: 'Review by',
    type: 'date',
    access: { read: staffRead },
    admin: {
      position: 'sidebar',
      date: AS_A_DAY,
      description: 'When an officer should look at it again.',
    },
  },
  {
    name: 'firstPublishedAt',
    label: 'First published',
    type: 'date',
    access: { read: staffRead, create: nobodyWrites, update: nobodyWrites },
    admin: {
      position: 'sidebar',
      readOnly: true,
      date: AS_A_TIME,
      condition: (data) => Boolean(data.firstPublishedAt),
    },
  },
  {
    name: 'revisedAt',
    label: 'Last substantial update',
    type: 'date',
    access: { create: nobodyWrites, update: nobodyWrites },
    admin: {
      position: 'sidebar',
      readOnly: true,
      date: AS_A_TIME,
      condition: (data) => Boolean(data.revisedAt),
    },
  },
]

export const briefingFields: Field[] = [
  ...savingFields,
  {
    type: 'tabs',
    tabs: [
      { label: 'Text', fields: writing },
      { label: 'Evidence', fields: evidence },
      { label: 'Updates', fields: updating },
    ],
  },
  ...reviewFields,
  ...sidebar,
  ...derivedFields,
  stageField(),
]
