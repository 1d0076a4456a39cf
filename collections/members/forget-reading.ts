import type { CollectionAfterDeleteHook } from 'payload'
import type { Member } from '@/payload-types'

const THEIRS_ALONE = ['saved-searches', 'reading-list', 'reading-history'] as const

/** What a member kept and read was theirs alone: it goes with them. */
export const forgetReading: CollectionAfterDeleteHook<Member> = async ({ id, doc, req }) => {
  for (const collection of THEIRS_ALONE) {
    await req.payload.delete({
      collection,
      where: { memberId: { equals: id } },
      overrideAccess: true,
      req,
    })
  }
  return doc
}
