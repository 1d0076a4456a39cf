import type { Payload } from 'payload'

/**
 * The ids of a topic and of all topics below it, or none where there is no such topic. One read.
 *
 * A page about a topic is also about its children.
 */
export async function topicAndBelow(payload: Payload, slug: string): Promise<readonly string[]> {
  const { docs } = await payload.find({
    collection: 'topics',
    pagination: false,
    depth: 0,
    select: { slug: true, parent: true },
    overrideAccess: false,
    user: null,
  })
  const start = docs.find((topic) => topic.slug === slug)
  if (!start) return []
  const ids = [start.id]
  for (const id of ids) {
    ids.push(...docs.filter((topic) => topic.parent === id).map((topic) => topic.id))
  }
  return ids
}
