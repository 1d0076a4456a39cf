import type { Payload } from 'payload'
import type { Member } from '@/payload-types'

/** Who looks after an organisation's members: its managers who have not left. */
export async function managersOf(payload: Payload, organisationId: string): Promise<Member[]> {
  const { docs } = await payload.find({
    collection: 'members',
    overrideAccess: true,
    depth: 0,
    limit: 0,
    pagination: false,
    sort: 'email',
    where: {
      and: [
        { organisation: { equals: organisationId } },
        { isManager: { equals: true } },
        { leftAt: { exists: false } },
      ],
    },
  })
  return docs
}
