import type { Meilisearch } from 'meilisearch'
import { asking } from './connection'

/** How many briefings an index holds, whatever it holds of each. */
export async function countBriefings(client: Meilisearch, name: string): Promise<number> {
  const { total } = await asking(() =>
    client.index(name).getDocuments({ filter: ['part = 0'], limit: 0 }),
  )
  return total
}
