import type { Payload } from 'payload'
import { addressHash } from '@/lib/address-hash'

/** Whether an address, by its keyed mark, must not be mailed: it was erased, bounced or complained, or staff said so. */
export async function isNotToBeMailed(payload: Payload, hash: string): Promise<boolean> {
  const { totalDocs } = await payload.count({
    collection: 'suppressions',
    overrideAccess: true,
    where: { addressHash: { equals: hash } },
  })
  return totalDocs > 0
}

/** Takes back the mark an erasure left, once the owner of the address asks for an account. Safe to repeat. */
export async function forgetErasure(payload: Payload, email: string): Promise<void> {
  const hash = addressHash(payload.config.secret, email)
  await payload.delete({
    collection: 'suppressions',
    overrideAccess: true,
    where: { and: [{ addressHash: { equals: hash } }, { reason: { equals: 'erased' } }] },
  })
}
