import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import type { Member } from '@/payload-types'

/** A member, by themselves, of an organisation whose membership runs between the two days. */
export async function aMember(
  payload: Payload,
  { from = '2026-01-01', to = '2026-12-31', email }: MemberWish = {},
): Promise<Member> {
  const mark = randomBytes(4).toString('hex')
  const organisation = await payload.create({
    collection: 'organisations',
    overrideAccess: true,
    data: {
      name: `Council ${mark}`,
      kind: 'council',
      membershipFrom: from,
      membershipTo: to,
    },
  })
  return payload.create({
    collection: 'members',
    overrideAccess: true,
    data: {
      email: email ?? `member-${mark}@example.gov.uk`,
      name: 'A member',
      organisation: organisation.id,
    },
  })
}

type MemberWish = { from?: string; to?: string; email?: string }
