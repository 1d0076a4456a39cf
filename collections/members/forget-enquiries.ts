import type { CollectionBeforeDeleteHook } from 'payload'
import { formerAddresses } from '@/lib/former-addresses'

/** The addresses a member has and had, of those that nobody else has by now. Of a member who is gone, none. */
async function addressesOf(
  { payload }: Parameters<CollectionBeforeDeleteHook>[0]['req'],
  id: string | number,
): Promise<string[]> {
  const member = await payload.findByID({
    collection: 'members',
    id,
    select: { email: true },
    depth: 0,
    overrideAccess: true,
    disableErrors: true,
  })
  return member ? [member.email, ...(await formerAddresses(payload, id))] : []
}

/**
 * What a member wrote to us goes with them once it is answered; what waits for an answer stays until it has one. Before
 * the account, while the addresses it had can still be read. Safe to repeat.
 */
export const forgetEnquiries: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const addresses = await addressesOf(req, id)
  await req.payload.db.deleteMany({
    collection: 'enquiries',
    where: { and: [{ email: { in: addresses } }, { state: { equals: 'closed' } }] },
  })
}
