import type { CollectionConfig } from 'payload'
import {
  administratorsOnly,
  publishedForViewer,
  staffDraftsEditorsPublish,
  staffOnly,
} from '@/access/rules'
import { onlyEditorsPublish, rememberDraftSave } from '../hooks/only-editors-publish'
import { recordPublication, recordRemoval } from '../hooks/record-publication'
import { wakeLoops, wakeLoopsAfterDelete } from '../hooks/wake-loops'
import { briefingFields } from './fields'
import { countWhatItHolds } from './hooks/count-what-it-holds'
import { dropWorkingCopies, dropWorkingCopy } from './hooks/drop-working-copy'
import { followMergedSources } from './hooks/follow-merged-sources'
import { followReview } from './hooks/follow-review'
import { giveReference } from './hooks/give-reference'
import { keepFormerAddress } from './hooks/keep-former-address'
import { keepItsHistory } from './hooks/keep-its-history'
import { listNamedSources } from './hooks/list-named-sources'
import { noteNextEvent } from './hooks/note-next-event'
import { recordUpdate } from './hooks/record-update'
import { refuseOverwriting } from './hooks/refuse-overwriting'
import { refuseUnready } from './hooks/refuse-unready'
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
      refuseOverwriting,
      onlyEditorsPublish,
      followReview,
      refuseUnready,
      keepItsHistory,
      keepFormerAddress,
      giveReference,
      stampFirstPublished,
      recordUpdate,
      followMergedSources,
      listNamedSources,
      countWhatItHolds,
      noteNextEvent,
    ],
    afterChange: [wakeLoops, recordPublication, dropWorkingCopy],
    afterDelete: [wakeLoopsAfterDelete, recordRemoval, dropWorkingCopies],
  },
  // Every state that was saved is kept: of a publication that a crash cut short, the last whole one is put back.
  versions: { drafts: true, maxPerDoc: 0 },
  fields: briefingFields,
}
