import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { visitor } from '@/access/viewer'
import type { SearchEngine } from '@/search/search-engine'
import type { SearchRequest } from '@/search/search-request'
import { randomSearches } from '../support/planted/searches'
import { PLANTED_WORDS } from '../support/planted/words'
import { makePlantedWorld, type PlantedWorld } from '../support/planted/world'
import { searchRequest } from '../support/search-documents'

const SEED = Number(process.env.PLANTED_SEED ?? 20_261_124)
const SEARCHES = 1000

let planted: PlantedWorld
let plain: PlantedWorld

beforeAll(async () => {
  planted = await makePlantedWorld(true)
  plain = await makePlantedWorld(false)
})
afterAll(async () => {
  await planted.close()
  await plain.close()
})

const hits = (answer: string): number => (JSON.parse(answer) as { total: number }).total

type Difference = { readonly typed: string; readonly as: string; readonly learnt: string }

/** What visitors and lapsed members are told with planted words in the database and not without, or the reverse. */
async function differences(requests: readonly SearchRequest[], asked = planted.engine) {
  const found: Difference[] = []
  let hitting = 0
  for (const request of requests) {
    const expected = await plain.answer(visitor, request)
    if (hits(expected) > 0) hitting += 1
    for (const viewer of [visitor, planted.lapsed]) {
      const learnt = await planted.answer(viewer, request, asked)
      if (learnt !== expected) found.push({ typed: request.query.text, as: viewer.kind, learnt })
    }
  }
  return { found, hitting }
}

describe('what those without a membership learn of what is not theirs', () => {
  it(`is nothing, in ${SEARCHES} searches (seed ${SEED}; PLANTED_SEED sets another)`, async () => {
    const searches = randomSearches(SEED, SEARCHES)
    const asksForPlanted = searches.filter(({ isPlanted }) => isPlanted).length
    const { found, hitting } = await differences(searches.map(({ request }) => request))

    expect(found.slice(0, 3)).toEqual([])
    expect(hitting).toBeGreaterThanOrEqual(SEARCHES / 2)
    expect(asksForPlanted).toBeGreaterThanOrEqual(SEARCHES / 3)
  })

  it('would show at once if their searches opened the index of the members', async () => {
    const { engine } = planted
    const careless: SearchEngine = {
      ...engine,
      search: (_, request) => engine.search('members', request),
      suggest: (_, typed, limit) => engine.suggest('members', typed, limit),
    }
    const requests = randomSearches(SEED, 100).map(({ request }) => request)
    const { found } = await differences(requests, careless)
    expect(found.length).toBeGreaterThan(10)
  })

  it('is there for members to find', async () => {
    for (const word of PLANTED_WORDS.slice(0, 10)) {
      const answer = await planted.answer(planted.member, searchRequest(word))
      expect(hits(answer)).toBeGreaterThan(0)
    }
  })
})
