import type { Payload } from 'payload'

/** The addresses an account had before it moved, of those that nobody has by now. */
export async function formerAddresses(
  payload: Payload,
  memberId: string | number,
): Promise<string[]> {
  const { docs: changes } = await payload.find({
    collection: 'address-changes',
    overrideAccess: true,
    depth: 0,
    limit: 0,
    pagination: false,
    where: { and: [{ member: { equals: memberId } }, { state: { equals: 'done' } }] },
  })
  const had = [...new Set(changes.map(({ oldEmail }) => oldEmail))]
  if (had.length === 0) return []
  const { docs: holders } = await payload.find({
    collection: 'members',
    overrideAccess: true,
    depth: 0,
    limit: 0,
    pagination: false,
    where: { email: { in: had } },
    select: { email: true },
  })
  const taken = new Set(holders.map(({ email }) => email))
  return had.filter((email) => !taken.has(email))
}
