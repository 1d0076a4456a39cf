import type { CollectionBeforeChangeHook } from 'payload'
import type { Briefing } from '@/payload-types'

/**
 * Keeps the record of editions when an older version is restored: the text goes back, the history does not.
 *
 * Else the next substantial update would reuse the number of an edition already sent, and nobody would hear of it.
 */
export const keepItsHistory: CollectionBeforeChangeHook<Briefing> = ({
  data,
  originalDoc,
  req,
}) => {
  if (req.context.isRestoringVersion !== true || !originalDoc) return data
  const { edition, firstPublishedAt, revisedAt, changes, announceFrom, formerAddresses } =
    originalDoc
  return { ...data, edition, firstPublishedAt, revisedAt, changes, announceFrom, formerAddresses }
}
