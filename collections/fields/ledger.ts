import type { CollectionConfig } from 'payload'
import { nobody, staffOnly } from '@/access/rules'

/** Rows the service alone writes, through calls that state `overrideAccess: true`, and nobody reads in the admin. */
export const writtenByTheService = {
  create: nobody,
  read: nobody,
  update: nobody,
  delete: nobody,
} satisfies CollectionConfig['access']

/** As above, shown to staff for looking up. */
export const shownToStaff = {
  ...writtenByTheService,
  read: staffOnly,
} satisfies CollectionConfig['access']
