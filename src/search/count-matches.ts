import type { Payload } from 'payload'
import { audienceFor, type Viewer } from '@/access/viewer'
import { type SearchEngine, SearchUnavailable } from './search-engine'
import type { SearchRequest } from './search-request'

type Args = {
  readonly payload: Payload
  readonly engine: SearchEngine
  readonly viewer: Viewer
  readonly requests: readonly SearchRequest[]
}

/**
 * How many briefings each of these searches finds in the viewer's own index, in their order; null for all where the
 * engine does not answer.
 */
export async function countMatches({
  payload,
  engine,
  viewer,
  requests,
}: Args): Promise<readonly (number | null)[]> {
  try {
    const totals: number[] = []
    for (const request of requests) {
      const { total } = await engine.search(audienceFor(viewer), { ...request, pageSize: 1 })
      totals.push(total)
    }
    return totals
  } catch (fault) {
    if (!(fault instanceof SearchUnavailable)) throw fault
    payload.logger.error({ err: fault, engine: engine.name }, 'The search did not answer')
    return requests.map(() => null)
  }
}
