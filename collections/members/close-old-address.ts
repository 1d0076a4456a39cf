import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import type { Member } from '@/payload-types'

async function closeAll(req: PayloadRequest, id: string): Promise<void> {
  const theirs = { member: { equals: id } }
  const open = { and: [theirs, { state: { equals: 'open' } }] }
  await req.payload.update({
    collection: 'sign-in-codes',
    overrideAccess: true,
    depth: 0,
    where: open,
    data: { state: 'spoilt' },
    req,
  })
  await req.payload.update({
    collection: 'address-changes',
    overrideAccess: true,
    depth: 0,
    where: open,
    data: { state: 'stopped' },
    req,
  })
  await req.payload.delete({
    collection: 'member-sessions',
    overrideAccess: true,
    where: theirs,
    req,
  })
}

/**
 * Whoever reads the mailbox of an address that was corrected has no say over the account any longer: codes and links on
 * their way to it, an invitation's among them, open nothing; open browsers are closed; a wish to move is given up.
 *
 * After the save, so that nothing sent in the meantime is missed. A member's own change of address does not come by here:
 * both addresses have said yes to it, and its browsers stay open.
 */
export const closeOldAddress: CollectionAfterChangeHook<Member> = async ({
  doc,
  operation,
  previousDoc,
  req,
}) => {
  if (operation === 'update' && doc.email !== previousDoc.email) await closeAll(req, doc.id)
  return doc
}
