import type { CollectionBeforeChangeHook } from 'payload'
import { now } from '@/access/who'
import type { Briefing } from '@/payload-types'

/**
 * Sets `publishedAt` where it was left empty and `firstPublishedAt` once, on the first publication.
 *
 * The Bulletin announces an edition once: moving the first date would say it was new twice.
 */
export const stampFirstPublished: CollectionBeforeChangeHook<Briefing> = ({
  data,
  originalDoc,
  req,
}) => {
  if (data._status !== 'published') return data
  const publishedAt = data.publishedAt ?? now(req).toISOString()
  const firstPublishedAt = originalDoc?.firstPublishedAt ?? data.firstPublishedAt ?? publishedAt
  return { ...data, publishedAt, firstPublishedAt }
}
