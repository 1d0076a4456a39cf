import type { Payload } from 'payload'
import { formerAddresses } from '@/lib/former-addresses'
import type { Actor } from '@/access/record/audit-entry'
import type { Member } from '@/payload-types'

/**
 * Erases a member: the account, all they kept and read, their sessions, and their answered enquiries.
 *
 * What stays, and is named on the page that asks: which Bulletins were sent, what was agreed to and what was done with
 * the account, under a number that no longer leads to anybody; a keyed mark of the address, so that no list brought to us mails it; enquiries not
 * answered yet.
 * Safe to repeat after a crash at any line: the account itself goes last, so that its owner can ask again.
 */
export async function eraseAccount({
  payload,
  member: { id, email },
}: {
  payload: Payload
  member: Pick<Member, 'id' | 'email'>
}): Promise<void> {
  await payload.update({
    collection: 'subscriptions',
    overrideAccess: true,
    depth: 0,
    where: { member: { equals: id } },
    data: { status: 'unsubscribed' },
  })
  const addresses = [email, ...(await formerAddresses(payload, id))]
  await payload.delete({
    collection: 'enquiries',
    overrideAccess: true,
    where: { and: [{ email: { in: addresses } }, { state: { equals: 'closed' } }] },
  })
  await payload.delete({
    collection: 'members',
    overrideAccess: true,
    where: { id: { equals: id } },
    context: { actor: { kind: 'member', id } satisfies Actor },
  })
}
