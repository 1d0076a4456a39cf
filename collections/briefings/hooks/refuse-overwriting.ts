import type { CollectionBeforeChangeHook } from 'payload'
import { refusal } from '@/lib/refusal'
import type { Briefing } from '@/payload-types'

/**
 * Refuses to save a form over what somebody else saved after it was opened: nothing is lost by being the second. The form
 * says what it was opened on (`openedOn`). What does not say so passes, and so do an older version that is brought back and
 * the service's own saves, such as a move in the review.
 * @throws {APIError} 409 with what to do.
 */
export const refuseOverwriting: CollectionBeforeChangeHook<Briefing> = ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const { openedOn, ...rest } = data
  const isOfService = req.user?.collection !== 'staff' || req.context.isRestoringVersion === true
  if (operation !== 'update' || isOfService || !openedOn || !originalDoc) return rest
  if (Date.parse(openedOn) === Date.parse(originalDoc.updatedAt)) return rest
  throw refusal(
    'This briefing was saved by somebody else, or in another window, after you opened it. Nothing of yours is lost: reload the page, and choose whether to bring back what you wrote.',
    409,
  )
}
