import type { CollectionConfig } from 'payload'
import { editorsOnly, staffOnly } from '@/access/rules'
import { filledIn } from '../fields/filled-in'
import { wakeLoops, wakeLoopsAfterDelete } from '../hooks/wake-loops'
import { describeSynonym } from './describe-synonym'
import { oneWayNeedsBoth, searchTerms } from './search-terms'

/** Words readers use and words briefings use, brought together by editors. */
export const SearchSynonyms: CollectionConfig<'search-synonyms'> = {
  slug: 'search-synonyms',
  labels: { singular: 'Synonym', plural: 'Synonyms' },
  defaultSort: 'label',
  admin: {
    group: 'Search',
    useAsTitle: 'label',
    defaultColumns: ['label', 'direction', 'note', 'updatedAt'],
    description: 'Different words for one thing. A search for one of them finds the others too.',
  },
  access: { create: editorsOnly, read: staffOnly, update: editorsOnly, delete: editorsOnly },
  hooks: {
    beforeChange: [describeSynonym],
    afterChange: [wakeLoops],
    afterDelete: [wakeLoopsAfterDelete],
  },
  fields: [
    { name: 'label', type: 'text', admin: { hidden: true } },
    {
      name: 'direction',
      type: 'select',
      required: true,
      defaultValue: 'mutual',
      options: [
        { value: 'mutual', label: 'Each finds the others' },
        { value: 'one-way', label: 'One finds the others, not the other way round' },
      ],
    },
    {
      name: 'words',
      type: 'text',
      hasMany: true,
      required: true,
      validate: searchTerms,
      defaultValue: (asked) => [filledIn(asked)].filter((word) => word !== undefined),
      admin: {
        description:
          'Words or phrases of up to three words. One way: what readers type. Press Enter after each.',
      },
    },
    {
      name: 'alsoFinds',
      label: 'Also finds',
      type: 'text',
      hasMany: true,
      validate: oneWayNeedsBoth,
      admin: {
        description: 'The words briefings use for it.',
        condition: (_, siblings: { direction?: unknown }) => siblings.direction === 'one-way',
      },
    },
    {
      name: 'effect',
      type: 'ui',
      admin: { components: { Field: '/src/admin/searches/synonym-effect#SynonymEffect' } },
    },
    {
      name: 'note',
      type: 'textarea',
      maxLength: 400,
      admin: { description: 'Why it is here. For colleagues.' },
    },
  ],
}
