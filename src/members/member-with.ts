import type { Payload, Where } from 'payload'
import type { Member } from '@/payload-types'

async function theMember(payload: Payload, where: Where): Promise<Member | null> {
  const { docs } = await payload.find({
    collection: 'members',
    overrideAccess: true,
    depth: 0,
    limit: 1,
    pagination: false,
    where,
  })
  return docs[0] ?? null
}

/** Whose address it is, written as `normaliseEmail` writes it. Past the access rules: nothing of it may be shown to who asks. */
export const memberWith = (payload: Payload, email: string): Promise<Member | null> =>
  theMember(payload, { email: { equals: email } })

/** Whose id it is; null for what is no id. Past the access rules, as above. */
export const memberById = (payload: Payload, id: string): Promise<Member | null> =>
  theMember(payload, { id: { equals: id } })
