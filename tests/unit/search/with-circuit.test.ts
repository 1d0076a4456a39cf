import { expect, it } from 'vitest'
import type { EngineAnswer } from '@/search/search-answer'
import { type SearchEngine, SearchUnavailable } from '@/search/search-engine'
import { withCircuit } from '@/search/with-circuit'
import { withFallback } from '@/search/with-fallback'
import { searchRequest } from '../../support/search-documents'

const NOON = Date.parse('2026-11-24T12:00:00Z')
const answer: EngineAnswer = {
  hits: [],
  total: 0,
  totalIsMinimum: false,
  facets: { topic: [], series: [], type: [], nation: [], author: [], year: [] },
  suggestion: null,
  notice: null,
}

/** An engine that is asked for searches alone, and counts them. */
function anEngine() {
  const state = { isAway: false, asked: 0, seconds: 0 }
  const engine = {
    name: 'main',
    search: () => {
      state.asked += 1
      return state.isAway
        ? Promise.reject(new SearchUnavailable('No answer.'))
        : Promise.resolve(answer)
    },
  } as unknown as SearchEngine
  const guarded = withCircuit(engine, () => new Date(NOON + state.seconds * 1000))
  return { state, guarded, search: () => guarded.search('public', searchRequest('housing')) }
}

it('tells readers at once for two seconds after an engine did not answer', async () => {
  const { state, search } = anEngine()
  state.isAway = true
  await expect(search()).rejects.toThrow(SearchUnavailable)
  state.seconds = 1.9
  await expect(search()).rejects.toThrow(SearchUnavailable)
  expect(state.asked).toBe(1)
})

it('lets one reader try for all after two seconds, and all again once it answers', async () => {
  const { state, search } = anEngine()
  state.isAway = true
  await expect(search()).rejects.toThrow(SearchUnavailable)
  state.seconds = 2
  state.isAway = false
  const [first, second] = await Promise.allSettled([search(), search()])
  expect([first.status, second.status]).toEqual(['fulfilled', 'rejected'])
  expect(state.asked).toBe(2)
  expect(await search()).toEqual(answer)
})

it('rests again when the one who tried got no answer', async () => {
  const { state, search } = anEngine()
  state.isAway = true
  await expect(search()).rejects.toThrow()
  state.seconds = 2
  await expect(search()).rejects.toThrow()
  state.seconds = 3.9
  await expect(search()).rejects.toThrow()
  expect(state.asked).toBe(2)
})

it('answers from the reserve while the main engine is away, and says so', async () => {
  const { state, guarded } = anEngine()
  const reserve = { ...guarded, search: () => Promise.resolve({ ...answer, total: 3 }) }
  const both = withFallback(guarded, reserve)
  expect((await both.search('public', searchRequest('housing'))).notice).toBeNull()
  state.isAway = true
  const fromReserve = await both.search('public', searchRequest('housing'))
  expect(fromReserve).toMatchObject({ total: 3, notice: 'fallback-engine' })
})

it('does not hide a fault of our own behind the reserve', async () => {
  const { guarded } = anEngine()
  const broken = { ...guarded, search: () => Promise.reject(new TypeError('Ours.')) }
  const both = withFallback(broken, guarded)
  await expect(both.search('public', searchRequest('housing'))).rejects.toThrow(TypeError)
})
