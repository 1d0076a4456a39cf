import type { Payload } from 'payload'

/** For each topic, itself and all above it. */
export type TopicTree = ReadonlyMap<string, readonly string[]>

type TopicRow = { readonly id: string; readonly parent?: string | { readonly id: string } | null }

const parentOf = ({ parent }: TopicRow): string | undefined =>
  typeof parent === 'object' ? parent?.id : parent

export async function readTopicTree(payload: Payload): Promise<TopicTree> {
  const { docs } = await payload.find({
    collection: 'topics',
    overrideAccess: true,
    pagination: false,
    depth: 0,
    select: { parent: true },
  })
  const rows = new Map<string, TopicRow>(docs.map((topic) => [topic.id, topic]))
  const lineOf = (id: string, line: readonly string[] = []): readonly string[] => {
    const row = rows.get(id)
    if (!row || line.includes(id)) return line
    const parent = parentOf(row)
    return parent ? lineOf(parent, [...line, id]) : [...line, id]
  }
  return new Map(docs.map(({ id }) => [id, lineOf(id)]))
}

/** These topics and all above them, each once. */
export const withAncestors = (tree: TopicTree, ids: readonly string[]): string[] => [
  ...new Set(ids.flatMap((id) => tree.get(id) ?? [id])),
]
