import { pbkdf2, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Payload } from 'payload'

/** As Payload 3.90 hashes a password: PBKDF2 with SHA-256, 600,000 rounds, 32 bytes. */
export const hashedPassword = (password: string, salt: string): Promise<Buffer> =>
  promisify(pbkdf2)(password, salt, 600_000, 32, 'sha256')

const KEPT = /^pbkdf2-sha256-v1:([0-9a-f]{64})$/

/** True where `typed` is the password of this account of staff. A third of a second's work where there is such an account. */
export async function isTheirPassword(
  payload: Payload,
  id: string,
  typed: unknown,
): Promise<boolean> {
  if (typeof typed !== 'string' || typed === '') return false
  const row = await payload.db.findOne<{ id: string; hash?: string; salt?: string }>({
    collection: 'staff',
    where: { id: { equals: id } },
  })
  const [, kept] = KEPT.exec(row?.hash ?? '') ?? []
  if (!kept || !row?.salt) return false
  return timingSafeEqual(await hashedPassword(typed, row.salt), Buffer.from(kept, 'hex'))
}
