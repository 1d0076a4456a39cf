import type { CollectionConfig } from 'payload'
import {
  administratorsOnly,
  publishedForViewer,
  staffDraftsEditorsPublish,
  staffOnly,
} from '@/access/rules'
import { articleEditor } from '../fields/editors'
import { publishedAtField } from '../fields/published-at-field'
import { slugField } from '../fields/slug-field'
import { stageField } from '../fields/stage-field'
import { topicsField } from '../fields/topics-field'
import { onlyEditorsPublish, rememberDraftSave } from '../hooks/only-editors-publish'
import { recordPublication, recordRemoval } from '../hooks/record-publication'
import { wakeLoops, wakeLoopsAfterDelete } from '../hooks/wake-loops'
import { stampPublished } from './stamp-published'

export const Articles: CollectionConfig<'articles'> = {
  slug: 'articles',
  defaultSort: '-updatedAt',
  admin: {
    group: 'Writing',
    useAsTitle: 'title',
    defaultColumns: ['title', 'stage', 'topics', 'authors', 'publishedAt'],
    description: 'The public blog. Everyone reads the whole of an article.',
  },
  access: {
    create: staffDraftsEditorsPublish,
    read: publishedForViewer,
    update: staffDraftsEditorsPublish,
    delete: administratorsOnly,
    readVersions: staffOnly,
  },
  hooks: {
    beforeOperation: [rememberDraftSave],
    beforeChange: [onlyEditorsPublish, stampPublished],
    afterChange: [wakeLoops, recordPublication],
    afterDelete: [wakeLoopsAfterDelete, recordRemoval],
  },
  // Every state that was saved is kept: of a publication that a crash cut short, the last whole one is put back.
  versions: { drafts: true, maxPerDoc: 0 },
  fields: [
    { name: 'title', type: 'text', required: true, maxLength: 200 },
    {
      name: 'summary',
      type: 'textarea',
      required: true,
      maxLength: 600,
      admin: { description: 'A sentence or two for lists and for those who share it.' },
    },
    { name: 'body', type: 'richText', editor: articleEditor() },
    {
      name: 'leadsTo',
      label: 'The briefings behind it',
      type: 'relationship',
      relationTo: 'briefings',
      hasMany: true,
    },
    {
      name: 'alsoLike',
      label: 'You may also like',
      type: 'relationship',
      relationTo: 'articles',
      hasMany: true,
      filterOptions: ({ id }) => (id ? { id: { not_equals: id } } : true),
    },
    slugField('title'),
    topicsField(),
    {
      name: 'authors',
      type: 'relationship',
      relationTo: 'staff',
      hasMany: true,
      defaultValue: ({ user }) => (user?.collection === 'staff' ? [user.id] : []),
      admin: { position: 'sidebar' },
    },
    publishedAtField(),
    stageField(),
  ],
}
