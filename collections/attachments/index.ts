import type { CollectionConfig } from 'payload'
import { editorsOnly, fileForActiveMembers, staffOnly } from '@/access/rules'
import {
  keepThePictureAlone,
  nameFileAtRandom,
  uploadFolder,
  withSafeHeaders,
} from '../fields/uploads'
import { leaveWhatReadersSeeToEditors } from '../hooks/leave-what-readers-see-to-editors'
import { briefingsWithFile } from '../hooks/published-with'
import { recordReplacedFile } from '../hooks/record-replaced-file'
import { refuseWhileShownIn } from '../hooks/refuse-while-it-is-shown'

/** Files that come with a briefing, for members alone. */
export const attachments = (dataDir: string): CollectionConfig<'attachments'> => ({
  slug: 'attachments',
  admin: {
    group: 'Evidence',
    useAsTitle: 'title',
    defaultColumns: ['title', 'filename', 'filesize'],
    description:
      'Files that come with a briefing, and the pictures in its text. For members alone.',
  },
  access: { create: staffOnly, read: fileForActiveMembers, update: staffOnly, delete: editorsOnly },
  upload: {
    ...uploadFolder(dataDir, 'attachments'),
    mimeTypes: ['application/pdf', 'image/png', 'image/jpeg', 'image/webp'],
    pasteURL: false,
    modifyResponseHeaders: ({ headers }) => {
      const safe = withSafeHeaders({ headers })
      safe.set('Cache-Control', 'private, no-store')
      safe.set('Content-Disposition', 'attachment')
      return safe
    },
  },
  hooks: {
    beforeOperation: [
      leaveWhatReadersSeeToEditors({
        publishedWith: briefingsWithFile,
        instead: 'add a new file',
      }),
      nameFileAtRandom,
      keepThePictureAlone,
    ],
    afterChange: [recordReplacedFile(briefingsWithFile)],
    beforeDelete: [refuseWhileShownIn('briefings')],
  },
  fields: [{ name: 'title', type: 'text', required: true, maxLength: 200 }],
})
