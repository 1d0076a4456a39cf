import type { CollectionAfterDeleteHook } from 'payload'

/** What was known of its link, and its task, go with a source. */
export const forgetItsWatch: CollectionAfterDeleteHook = async ({ id, doc, req }) => {
  for (const collection of ['evidence-tasks', 'evidence-looks'] as const) {
    await req.payload.delete({
      collection,
      where: { key: { equals: String(id) } },
      overrideAccess: true,
      req,
    })
  }
  return doc as unknown
}
