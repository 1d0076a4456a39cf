import type { CollectionConfig } from 'payload'
import {
  administratorsOnly,
  publishedForViewer,
  staffDraftsEditorsPublish,
  staffOnly,
} from '@/access/rules'
import { onlyEditorsPublish, rememberDraftSave } from '../hooks/only-editors-publish'
import { wakeLoops, wakeLoopsAfterDelete } from '../hooks/wake-loops'
import { briefingFields } from './fields'
import { countWhatItHolds } from './hooks/count-what-it-holds'
import { giveReference } from './hooks/give-reference'
import { keepItsHistory } from './hooks/keep-its-history'
import { listNamedSources } from './hooks/list-named-sources'
import { noteNextEvent } from './hooks/note-next-event'
import { recordUpdate } from './hooks/record-update'
import { stampFirstPublished } from './hooks/stamp-first-published'

export const Briefings: CollectionConfig<'briefings'> = {
  slug: 'briefings',
  defaultSort: '-updatedAt',
  admin: {
    group: 'Writing',
    useAsTitle: 'title',
    defaultColumns: ['reference', 'title', 'stage', 'topics', 'publishedAt', 'reviewBy'],
    listSearchableFields: ['title', 'reference', 'summary'],
    description: 'Briefings for members. The public sees the title and the summary.',
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
    beforeChange: [
      onlyEditorsPublish,
      keepItsHistory,
      giveReference,
      stampFirstPublished,
      recordUpdate,
      listNamedSources,
      countWhatItHolds,
      noteNextEvent,
    ],
    afterChange: [wakeLoops],
    afterDelete: [wakeLoopsAfterDelete],
  },
  versions: { drafts: true, maxPerDoc: 50 },
  fields: briefingFields,
}
