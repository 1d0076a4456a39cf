import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import type { Member } from '@/payload-types'

/** By the database itself, which throws where a row cannot be written: Payload’s own update of many keeps silent then. */
async function closeAll(req: PayloadRequest, id: string): Promise<void> {
  const { db } = req.payload
  const theirs = { member: { equals: id } }
  const where = { and: [theirs, { state: { equals: 'open' } }] }
  const change = { where, req, returning: false } as const
  await db.updateMany({ collection: 'sign-in-codes', data: { state: 'spoilt' }, ...change })
  await db.updateMany({ collection: 'address-changes', data: { state: 'stopped' }, ...change })
  await db.deleteMany({ collection: 'member-sessions', where: theirs, req })
}

const isOther = (operation: string, email: string | undefined, before: string | undefined) =>
  operation === 'update' && email !== undefined && email !== before

/**
 * Whoever reads the mailbox of an address that was corrected has no say over the account any longer: codes and links on
 * their way to it, an invitation's among them, open nothing; open browsers are closed; a wish to move is given up.
 *
 * Before the save, so that none stays open where what follows is cut short; and after it, so that nothing sent in the
 * meantime is missed. A member's own change of address does not come by here: both addresses have said yes to it, and its
 * browsers stay open.
 */
export const closeOldAddress: {
  readonly before: CollectionBeforeChangeHook<Member>
  readonly after: CollectionAfterChangeHook<Member>
} = {
  before: async ({ data, operation, originalDoc, req }) => {
    if (originalDoc && isOther(operation, data.email, originalDoc.email)) {
      await closeAll(req, originalDoc.id)
    }
    return data
  },
  after: async ({ doc, operation, previousDoc, req }) => {
    if (isOther(operation, doc.email, previousDoc.email)) await closeAll(req, doc.id)
    return doc
  },
}
