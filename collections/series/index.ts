import type { CollectionConfig } from 'payload'
import { anyone, editorsOnly } from '@/access/rules'
import { slugField } from '../fields/slug-field'
import { wakeLoops, wakeLoopsAfterDelete } from '../hooks/wake-loops'

export const Series: CollectionConfig<'series'> = {
  slug: 'series',
  labels: { singular: 'Series', plural: 'Series' },
  admin: {
    group: 'Subjects',
    useAsTitle: 'name',
    defaultColumns: ['name', 'description'],
    description: 'Briefings of one kind, such as Ideas in Practice.',
  },
  access: { create: editorsOnly, read: anyone, update: editorsOnly, delete: editorsOnly },
  hooks: { afterChange: [wakeLoops], afterDelete: [wakeLoopsAfterDelete] },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 120 },
    slugField('name'),
    { name: 'description', type: 'textarea', maxLength: 400 },
  ],
}
