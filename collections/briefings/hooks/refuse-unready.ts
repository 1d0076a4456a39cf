import { type CollectionBeforeChangeHook, ValidationError } from 'payload'
import { whatBlocks } from '@/lib/checks/check-briefing'
import type { Briefing } from '@/payload-types'

/**
 * Refuses to publish what is not ready for readers, whoever asks and in an emergency too (`whatBlocks`).
 *
 * A minor correction of what readers have is let through: it makes nothing worse that is there. So are the service's own
 * saves, such as an import, whose archive is as it is.
 * @throws {ValidationError} with every fault, each at its field.
 */
export const refuseUnready: CollectionBeforeChangeHook<Briefing> = ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (req.user?.collection !== 'staff' || data._status !== 'published') return data
  const before = operation === 'update' ? originalDoc : undefined
  const isCorrection = before?._status === 'published' && data.updateKind !== 'substantial'
  if (isCorrection || req.context.isRestoringVersion === true) return data
  const faults = whatBlocks({ ...before, ...data })
  if (faults.length === 0) return data
  throw new ValidationError({
    collection: 'briefings',
    errors: faults.map(({ field, says }) => ({ path: field, message: says })),
  })
}
