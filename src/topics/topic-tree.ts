import type { Payload } from 'payload'
import { idOf, idsOf } from '@/lib/ids'
import type { Topic } from '@/payload-types'

export type TopicNode = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly scopeNote: string | null
  readonly parentId: string | null
  /** Briefings published by now about this topic or any below it, each counted once. */
  readonly briefings: number
  readonly children: readonly TopicNode[]
}

const parentIdOf = ({ parent }: Topic): string | null => (parent ? idOf(parent) : null)

async function everyTopic(payload: Payload): Promise<readonly Topic[]> {
  const { docs } = await payload.find({
    collection: 'topics',
    pagination: false,
    depth: 0,
    sort: 'name',
    overrideAccess: false,
    user: null,
  })
  return docs
}

/** The topics of each briefing the public may know of. */
async function topicsOfBriefings(
  payload: Payload,
  now: Date,
): Promise<readonly (readonly string[])[]> {
  const { docs } = await payload.find({
    collection: 'briefings',
    pagination: false,
    depth: 0,
    select: { topics: true },
    overrideAccess: false,
    user: null,
    context: { now },
  })
  return docs.map(({ topics }) => idsOf(topics))
}

function withAncestors(ids: readonly string[], parents: ReadonlyMap<string, string | null>) {
  const found = new Set<string>()
  for (const id of ids) {
    let at: string | null | undefined = id
    while (at && !found.has(at)) {
      found.add(at)
      at = parents.get(at)
    }
  }
  return found
}

function countByTopic(topics: readonly Topic[], briefings: readonly (readonly string[])[]) {
  const parents = new Map(topics.map((topic) => [topic.id, parentIdOf(topic)]))
  const counts = new Map<string, number>()
  for (const ids of briefings) {
    for (const id of withAncestors(ids, parents)) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}

/**
 * All topics as a tree by name, with the number of briefings under each. Two reads, however many topics there are.
 *
 * The numbers are the public's: the same for every viewer.
 */
export async function topicTree(payload: Payload, now: Date): Promise<readonly TopicNode[]> {
  const [topics, briefings] = await Promise.all([
    everyTopic(payload),
    topicsOfBriefings(payload, now),
  ])
  const counts = countByTopic(topics, briefings)
  const below = (parentId: string | null): readonly TopicNode[] =>
    topics
      .filter((topic) => parentIdOf(topic) === parentId)
      .map((topic) => ({
        id: topic.id,
        slug: topic.slug ?? '',
        name: topic.name,
        scopeNote: topic.scopeNote ?? null,
        parentId,
        briefings: counts.get(topic.id) ?? 0,
        children: below(topic.id),
      }))
  return below(null)
}

/** Every node of a tree, parents before children. */
export const everyNode = (tree: readonly TopicNode[]): readonly TopicNode[] =>
  tree.flatMap((node) => [node, ...everyNode(node.children)])
