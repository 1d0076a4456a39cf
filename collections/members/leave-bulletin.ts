import type { CollectionBeforeDeleteHook } from 'payload'

/** Whoever is being erased is sent no further Bulletin, however far the erasure gets. Safe to repeat. */
export const leaveBulletin: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await req.payload.db.updateMany({
    collection: 'subscriptions',
    where: { member: { equals: id } },
    data: { status: 'unsubscribed' },
    returning: false,
  })
}
