import type { Payload } from 'payload'
import type { Member } from '@/payload-types'

/** Whose address it is, written as `normaliseEmail` writes it. Past the access rules: nothing of it may be shown to who asks. */
export async function memberWith(payload: Payload, email: string): Promise<Member | null> {
  const { docs } = await payload.find({
    collection: 'members',
    overrideAccess: true,
    depth: 0,
    limit: 1,
    pagination: false,
    where: { email: { equals: email } },
  })
  return docs[0] ?? null
}
