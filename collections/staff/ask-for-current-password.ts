import { pbkdf2, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'
import { refusal } from '@/lib/refusal'
import type { Staff } from '@/payload-types'

/** As Payload 3.90 keeps a password: PBKDF2 with SHA-256, 600,000 rounds, 32 bytes. */
const KEPT = /^pbkdf2-sha256-v1:([0-9a-f]{64})$/

async function isTheirPassword({ payload }: PayloadRequest, id: string, typed: unknown) {
  if (typeof typed !== 'string' || typed === '') return false
  const row = await payload.db.findOne<{ id: string; hash?: string; salt?: string }>({
    collection: 'staff',
    where: { id: { equals: id } },
  })
  const [, kept] = KEPT.exec(row?.hash ?? '') ?? []
  if (!kept || !row?.salt) return false
  const hashed = await promisify(pbkdf2)(typed, row.salt, 600_000, 32, 'sha256')
  return timingSafeEqual(hashed, Buffer.from(kept, 'hex'))
}

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
  if (isAsked && !(await isTheirPassword(req, id, currentPassword))) {
    throw refusal(
      'Type the password you have now. Your new password or address is not saved without it.',
      400,
    )
  }
  return kept
}
