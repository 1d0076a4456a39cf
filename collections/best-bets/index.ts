import type { CollectionConfig } from 'payload'
import { editorsOnly, staffOnly } from '@/access/rules'
import { AS_A_TIME } from '../fields/dates'
import { filledIn } from '../fields/filled-in'
import { endsAfterItBegins } from './ends-after-it-begins'

/** What editors put first for a search. */
export const BestBets: CollectionConfig<'best-bets'> = {
  slug: 'best-bets',
  labels: { singular: 'Best bet', plural: 'Best bets' },
  defaultSort: 'query',
  admin: {
    group: 'Search',
    useAsTitle: 'query',
    defaultColumns: ['query', 'briefings', 'from', 'until'],
    description:
      'The briefings to show first when somebody searches for exactly these words. Filters still apply, and nobody is shown what they may not read.',
  },
  access: { create: editorsOnly, read: staffOnly, update: editorsOnly, delete: editorsOnly },
  fields: [
    {
      name: 'query',
      label: 'Search',
      type: 'text',
      required: true,
      index: true,
      maxLength: 200,
      defaultValue: filledIn,
      admin: { description: 'As readers type it. Capitals and accents do not matter.' },
    },
    {
      name: 'briefings',
      type: 'relationship',
      relationTo: 'briefings',
      hasMany: true,
      required: true,
      maxRows: 5,
      admin: { description: 'Up to five, in this order.' },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'from',
          type: 'date',
          admin: { date: AS_A_TIME, description: 'Leave empty to begin now.' },
        },
        {
          name: 'until',
          type: 'date',
          validate: endsAfterItBegins,
          admin: { date: AS_A_TIME, description: 'Leave empty for no end.' },
        },
      ],
    },
    {
      name: 'note',
      type: 'textarea',
      maxLength: 400,
      admin: { description: 'Why it is here. For colleagues.' },
    },
  ],
}
