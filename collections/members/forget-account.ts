import type { CollectionBeforeDeleteHook } from 'payload'

/**
 * What lets a member in and keeps them on the list goes first, so that a deletion cut short leaves an account without
 * access rather than access without an account. Consent and deliveries stay, by id alone: they prove what was done.
 */
export const forgetAccount: CollectionBeforeDeleteHook = async ({ id, req }) => {
  for (const collection of ['member-sessions', 'sign-in-codes', 'subscriptions'] as const) {
    await req.payload.delete({
      collection,
      where: { member: { equals: id } },
      overrideAccess: true,
      req,
    })
  }
}
