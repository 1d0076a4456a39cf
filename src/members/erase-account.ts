import type { Payload } from 'payload'
import type { Actor } from '@/access/record/audit-entry'
import type { Member } from '@/payload-types'

async function isThere(payload: Payload, id: string): Promise<boolean> {
  const { totalDocs } = await payload.count({
    collection: 'members',
    overrideAccess: true,
    where: { id: { equals: id } },
  })
  return totalDocs > 0
}

/**
 * Erases a member: the account, all they kept and read, their sessions, and their answered enquiries. The hooks of the
 * collection do it, so that a deletion in the admin leaves the same.
 *
 * What stays, and is named on the page that asks: which Bulletins were sent, what was agreed to and what was done with
 * the account, under a number that no longer leads to anybody; a keyed mark of the address, so that no list brought to us mails it; enquiries not
 * answered yet.
 * Safe to repeat after a crash at any line: the account itself goes last, so that its owner can ask again. Throws where
 * any of it could not be erased; then the account is still there.
 */
export async function eraseAccount({
  payload,
  member: { id },
  by = { kind: 'member', id },
}: {
  payload: Payload
  member: Pick<Member, 'id'>
  /** Who erases it, for the record: its owner, unless it is said. */
  by?: Actor
}): Promise<void> {
  try {
    await payload.delete({
      collection: 'members',
      id,
      overrideAccess: true,
      depth: 0,
      context: { actor: by },
    })
  } catch (fault) {
    // Asked for twice, by two pages or after a crash: what is gone is erased.
    if (await isThere(payload, id)) throw fault
  }
}
