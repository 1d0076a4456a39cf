import type { Payload } from 'payload'

/** The ids that are topics of ours, of those a form named. */
export async function knownTopics(payload: Payload, named: readonly unknown[]): Promise<string[]> {
  const { docs } = await payload.find({
    collection: 'topics',
    overrideAccess: false,
    user: null,
    pagination: false,
    depth: 0,
    select: { slug: true },
  })
  return docs.map(({ id }) => id).filter((id) => named.includes(id))
}
