import type { CollectionBeforeDeleteHook } from 'payload'

const THEIRS_ALONE = ['saved-searches', 'reading-list', 'reading-history'] as const

/** What a member kept and read was theirs alone: it goes with them, and before them, so that it can be asked for again. */
export const forgetReading: CollectionBeforeDeleteHook = async ({ id, req }) => {
  for (const collection of THEIRS_ALONE) {
    await req.payload.db.deleteMany({ collection, where: { memberId: { equals: id } } })
  }
}
