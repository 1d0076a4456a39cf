import type { CollectionAfterDeleteHook } from 'payload'

/** What a member kept and read was theirs alone: it goes with them. */
export const forgetReading: CollectionAfterDeleteHook = async ({ id, doc, req }) => {
  for (const collection of ['saved-searches', 'reading-list', 'reading-history'] as const) {
    await req.payload.delete({
      collection,
      where: { memberId: { equals: id } },
      overrideAccess: true,
      req,
    })
  }
  return doc as unknown
}
