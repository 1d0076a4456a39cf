import type { Payload, Where } from 'payload'

type OfMember = { readonly payload: Payload; readonly memberId: string }

const openOf = (memberId: string): Where[] => [
  { member: { equals: memberId } },
  { state: { equals: 'open' } },
]

/** The address a member has asked to move to and that has not been agreed to yet, or null. */
export async function pendingAddress({
  payload,
  memberId,
  now,
}: OfMember & { readonly now: Date }): Promise<string | null> {
  const { docs } = await payload.find({
    collection: 'address-changes',
    overrideAccess: true,
    depth: 0,
    limit: 1,
    pagination: false,
    sort: '-createdAt',
    where: {
      and: [...openOf(memberId), { expiresAt: { greater_than: now.toISOString() } }],
    },
  })
  return docs[0]?.newEmail ?? null
}

/** Takes a member's wish for another address back: the links of its mails open nothing more. Safe to repeat. */
export async function takeChangeBack({ payload, memberId }: OfMember): Promise<void> {
  await payload.update({
    collection: 'address-changes',
    overrideAccess: true,
    depth: 0,
    where: { and: openOf(memberId) },
    data: { state: 'stopped' },
  })
}
