import type { CollectionConfig } from 'payload'
import { editorsOnly, staffOnly } from '@/access/rules'

/** Words the search box never offers. They can still be searched for. */
export const HiddenSuggestions: CollectionConfig<'hidden-suggestions'> = {
  slug: 'hidden-suggestions',
  labels: { singular: 'Word never suggested', plural: 'Words never suggested' },
  defaultSort: 'word',
  admin: {
    group: 'Search',
    useAsTitle: 'word',
    defaultColumns: ['word', 'note'],
    description:
      'Suggestions that hold one of these words are not shown, neither while somebody types nor as “Did you mean”.',
  },
  access: { create: editorsOnly, read: staffOnly, update: editorsOnly, delete: editorsOnly },
  fields: [
    { name: 'word', type: 'text', required: true, unique: true, maxLength: 60 },
    {
      name: 'note',
      type: 'textarea',
      maxLength: 400,
      admin: { description: 'Why it is here. For colleagues.' },
    },
  ],
}
