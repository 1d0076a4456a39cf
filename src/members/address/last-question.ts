import type { Payload, Where } from 'payload'
import type { AccountMail } from '@/payload-types'

/** The last time an address was asked whether it is still its member's, of those that fit `further`. */
export async function lastQuestion(
  payload: Payload,
  { subjectId, address }: Pick<AccountMail, 'subjectId' | 'address'>,
  further: readonly Where[] = [],
): Promise<AccountMail | null> {
  const { docs } = await payload.find({
    collection: 'account-mails',
    overrideAccess: true,
    depth: 0,
    limit: 1,
    pagination: false,
    sort: '-owedAt',
    where: {
      and: [
        { kind: { equals: 'confirm-address' } },
        { subjectId: { equals: subjectId } },
        { address: { equals: address } },
        ...further,
      ],
    },
  })
  return docs[0] ?? null
}
