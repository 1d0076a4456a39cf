import type { CollectionConfig } from 'payload'
import { anyone, editorsOnly } from '@/access/rules'
import { slugField } from '../fields/slug-field'
import { wakeLoops, wakeLoopsAfterDelete } from '../hooks/wake-loops'
import { refuseCircularParent } from './refuse-circular-parent'

export const Topics: CollectionConfig<'topics'> = {
  slug: 'topics',
  defaultSort: 'name',
  admin: {
    group: 'Subjects',
    useAsTitle: 'name',
    defaultColumns: ['name', 'parent', 'synonyms'],
    description: 'What briefings are about. Members subscribe to topics.',
  },
  access: { create: editorsOnly, read: anyone, update: editorsOnly, delete: editorsOnly },
  hooks: {
    beforeChange: [refuseCircularParent],
    afterChange: [wakeLoops],
    afterDelete: [wakeLoopsAfterDelete],
  },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 120 },
    slugField('name'),
    {
      name: 'parent',
      type: 'relationship',
      relationTo: 'topics',
      index: true,
      admin: { description: 'Leave empty for a main topic.' },
    },
    {
      name: 'synonyms',
      type: 'text',
      hasMany: true,
      admin: { description: 'Other words readers use. A search for one of them finds this topic.' },
    },
    {
      name: 'scopeNote',
      type: 'textarea',
      maxLength: 400,
      admin: { description: 'What belongs here, in a sentence. Shown on the topic’s page.' },
    },
  ],
}
