import type { CollectionConfig } from 'payload'
import { editorsOnly, fileForAnyone, staffOnly } from '@/access/rules'
import {
  keepThePictureAlone,
  nameFileAtRandom,
  uploadFolder,
  withSafeHeaders,
} from '../fields/uploads'
import { leaveWhatReadersSeeToEditors } from '../hooks/leave-what-readers-see-to-editors'
import { articlesWithPicture } from '../hooks/published-with'
import { recordReplacedFile } from '../hooks/record-replaced-file'
import { refuseWhileShownIn } from '../hooks/refuse-while-it-is-shown'

/** Pictures for the public pages. */
export const media = (dataDir: string): CollectionConfig<'media'> => ({
  slug: 'media',
  labels: { singular: 'Picture', plural: 'Pictures' },
  admin: {
    group: 'Evidence',
    useAsTitle: 'alt',
    defaultColumns: ['filename', 'alt', 'credit'],
    description: 'Pictures for public pages. Anyone may see them.',
  },
  access: { create: staffOnly, read: fileForAnyone, update: staffOnly, delete: editorsOnly },
  upload: {
    ...uploadFolder(dataDir, 'media'),
    mimeTypes: ['image/png', 'image/jpeg', 'image/webp'],
    pasteURL: false,
    imageSizes: [{ name: 'wide', width: 1280 }],
    modifyResponseHeaders: withSafeHeaders,
  },
  hooks: {
    beforeOperation: [
      leaveWhatReadersSeeToEditors({
        publishedWith: articlesWithPicture,
        instead: 'add a new picture',
      }),
      nameFileAtRandom,
      keepThePictureAlone,
    ],
    afterChange: [recordReplacedFile(articlesWithPicture)],
    beforeDelete: [refuseWhileShownIn('articles')],
  },
  fields: [
    {
      name: 'alt',
      label: 'Alternative text',
      type: 'text',
      required: true,
      admin: { description: 'What the picture shows, for readers who cannot see it.' },
    },
    { name: 'credit', type: 'text' },
  ],
})
