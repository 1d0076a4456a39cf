import type { CollectionBeforeChangeHook } from 'payload'
import { now } from '@/access/who'
import type { Article } from '@/payload-types'

/** Dates an article when it is first published, unless the editor has. */
export const stampPublished: CollectionBeforeChangeHook<Article> = ({ data, req }) =>
  data._status === 'published' && !data.publishedAt
    ? { ...data, publishedAt: now(req).toISOString() }
    : data
