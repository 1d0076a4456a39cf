import type { Payload } from 'payload'
import { folded } from '@/search/folded'
import { publishedBy } from '@/search/read-published'
import type { SearchEngine } from '@/search/search-engine'
import { LARGEST_PAGE_SIZE } from '@/search/search-request'
import { requestOf } from './canonical-search'
import { listSavedSearches } from './saved-searches'

/** What one saved search of a member finds that is new to it. */
export type SavedFind = {
  readonly name: string
  /** Of the search on the archive page, the newest first; from the root. */
  readonly path: string
  readonly briefingIds: readonly string[]
}

/** What a member's active searches find, by name; those that find nothing are left out. */
export type FindsOf = (memberId: string) => Promise<readonly SavedFind[]>

type Candidate = {
  readonly id: string
  readonly reference: string
  /** Until then readers could not see it as it is now. */
  readonly changedAt: number
}

async function readCandidates(
  payload: Payload,
  ids: readonly string[],
  now: Date,
): Promise<Candidate[]> {
  const { docs } = await payload.find({
    collection: 'briefings',
    overrideAccess: true,
    draft: false,
    depth: 0,
    pagination: false,
    where: { and: [{ id: { in: [...ids] } }, publishedBy(now)] },
    select: { reference: true, publishedAt: true, updatedAt: true },
  })
  return docs.flatMap(({ id, reference, publishedAt, updatedAt }) => {
    const changedAt = Math.max(Date.parse(publishedAt ?? updatedAt), Date.parse(updatedAt))
    return reference ? [{ id, reference, changedAt }] : []
  })
}

async function foundTogether(
  engine: SearchEngine,
  parameters: string,
  references: readonly string[],
): Promise<string[]> {
  const request = requestOf(parameters)
  const { hits, notice } = await engine.search('members', {
    ...request,
    query: { ...request.query, references },
    pageSize: references.length,
  })
  return notice === null ? hits.map(({ id }) => id) : []
}

/** Ids of the candidates that hold all that a search asks for. What holds some of its words is no find. */
async function found(
  engine: SearchEngine,
  parameters: string,
  candidates: readonly Candidate[],
): Promise<ReadonlySet<string>> {
  const asked = requestOf(parameters).query.references.map(folded)
  const references = candidates
    .map(({ reference }) => reference)
    .filter((reference) => asked.length === 0 || asked.includes(folded(reference)))
  const ids: string[] = []
  for (let start = 0; start < references.length; start += LARGEST_PAGE_SIZE) {
    const some = references.slice(start, start + LARGEST_PAGE_SIZE)
    ids.push(...(await foundTogether(engine, parameters, some)))
  }
  return new Set(ids)
}

/**
 * Looks with members' saved searches among these briefings, as active members find them; those not published by `now`
 * are left out. New to a search is what could not be read, as it stands, when the search was kept or last resumed.
 *
 * Equal searches of many members are asked once. Every look is made afresh: an index may have caught up meanwhile.
 *
 * @throws {SearchUnavailable} from the answer, when the engine cannot be reached.
 */
export const findsAmong =
  ({ payload, engine }: { readonly payload: Payload; readonly engine: SearchEngine }) =>
  async (briefingIds: readonly string[], now: Date): Promise<FindsOf> => {
    const candidates = await readCandidates(payload, briefingIds, now)
    const asked = new Map<string, Promise<ReadonlySet<string>>>()
    const ask = (parameters: string) => {
      const answer = asked.get(parameters) ?? found(engine, parameters, candidates)
      asked.set(parameters, answer)
      return answer
    }
    return async (memberId) => {
      const finds: SavedFind[] = []
      if (candidates.length === 0) return finds
      for (const search of await listSavedSearches({ payload, memberId })) {
        if (search.isPaused) continue
        const since = Date.parse(search.since)
        const fresh = candidates.filter(({ changedAt }) => changedAt > since)
        if (fresh.length === 0) continue
        const ids = await ask(search.parameters)
        const briefingIdsFound = fresh.filter(({ id }) => ids.has(id)).map(({ id }) => id)
        const path = `/briefings?${search.parameters}&sort=newest`
        if (briefingIdsFound.length > 0) {
          finds.push({ name: search.name, path, briefingIds: briefingIdsFound })
        }
      }
      return finds
    }
  }
