import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'
import { isTheirPassword } from '@/access/their-password'
import { refusal } from '@/lib/refusal'
import type { Staff } from '@/payload-types'

type Sent = Partial<Staff>

const isOwn = ({ user }: PayloadRequest, id: unknown): id is string =>
  user?.collection === 'staff' && user.id === id

const changesTheWayIn = ({ password, email }: Sent, before: Staff | undefined): boolean =>
  Boolean(password) || (email !== undefined && email !== before?.email)

/**
 * Takes a new password or address of one's own account with the password one has now: an open desk is not enough to take
 * an account over. Administrators set the password of others without it, and so does the link for a forgotten one.
 *
 * @throws {APIError} 400, in words for the form.
 */
export const askForCurrentPassword: CollectionBeforeValidateHook<Staff> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const { currentPassword, ...kept } = data ?? {}
  const id = originalDoc?.id
  const isAsked = operation === 'update' && isOwn(req, id) && changesTheWayIn(kept, originalDoc)
  if (isAsked && !(await isTheirPassword(req.payload, id, currentPassword))) {
    throw refusal(
      'Type the password you have now. Your new password or address is not saved without it.',
      400,
    )
  }
  return kept
}
