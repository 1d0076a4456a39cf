import type { CollectionBeforeChangeHook } from 'payload'
import { refusal } from '@/lib/refusal'
import type { Member } from '@/payload-types'

/**
 * Refuses to save a form of the desk over what was changed after it was opened: it carries every field, and would bring back
 * an address that its owner has left since.
 * @throws {APIError} 409 with what to do.
 */
export const refuseStaleForm: CollectionBeforeChangeHook<Member> = ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const isOfDesk = operation === 'update' && req.user?.collection === 'staff'
  if (!isOfDesk || !originalDoc || !data.updatedAt) return data
  if (Date.parse(data.updatedAt) === Date.parse(originalDoc.updatedAt)) return data
  throw refusal(
    'This member was changed after you opened the page, perhaps by themselves. Load it again, and make your change once more.',
    409,
  )
}
