import type { Payload, Where } from 'payload'
import type { Topic } from '@/payload-types'
import { readTopicTree } from './topic-tree'

export type UnfollowedTopics = {
  /** By name: no subscriber chose them, nor any topic above them. */
  readonly topics: readonly { readonly id: string; readonly name: string }[]
  /** How many subscribers chose no topic, and so hear of every one. */
  readonly takeAll: number
}

const GETS_IT: Where = { status: { in: ['active', 'paused'] } }

/** Who takes only what they follow hears of no topic as such. */
const TAKES_TOPICS: Where = {
  or: [{ scope: { equals: 'topics' } }, { scope: { exists: false } }],
}

async function countOf(payload: Payload, where: Where): Promise<number> {
  const and = [GETS_IT, TAKES_TOPICS, where]
  return (
    await payload.count({ collection: 'subscriptions', overrideAccess: true, where: { and } })
  ).totalDocs
}

const choosing = (ids: readonly string[]): Where => ({ topics: { in: [...ids] } })

/** The databases do not agree on what a list is that is empty: it is what is left. */
async function takersOfAll(payload: Payload, ids: readonly string[]): Promise<number> {
  return (await countOf(payload, {})) - (ids.length > 0 ? await countOf(payload, choosing(ids)) : 0)
}

/**
 * Topics of which the Bulletin tells only those who take everything, if anybody takes everything.
 *
 * Who follows a topic hears of what is below it. One count a topic: for pages that staff open, not for every visit.
 */
export async function unfollowedTopics(payload: Payload): Promise<UnfollowedTopics> {
  const tree = await readTopicTree(payload)
  const { docs } = await payload.db.find<Topic>({
    collection: 'topics',
    where: {},
    pagination: false,
    limit: 0,
  })
  const ids = docs.map(({ id }) => id)
  const chosen = new Set<string>()
  for (const id of ids) if ((await countOf(payload, choosing([id]))) > 0) chosen.add(id)
  const topics = docs
    .filter(({ id }) => !(tree.get(id) ?? [id]).some((above) => chosen.has(above)))
    .map(({ id, name }) => ({ id, name }))
    .sort((one, other) => one.name.localeCompare(other.name, 'en-GB'))
  return { topics, takeAll: await takersOfAll(payload, ids) }
}
