import type { Payload } from 'payload'
import { normaliseEmail } from '@/lib/email-address'

/** The id of the member whose address it is, however it is written. */
export async function memberIdOf(payload: Payload, address: string): Promise<string | null> {
  const { docs } = await payload.find({
    collection: 'members',
    overrideAccess: true,
    depth: 0,
    limit: 1,
    pagination: false,
    where: { email: { equals: normaliseEmail(address) } },
  })
  return docs[0]?.id ?? null
}
