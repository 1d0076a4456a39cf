import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { visitor } from '@/access/viewer'
import { answerSearch } from '@/search/answer-search'
import { makeSearchEngines, type SearchEngines } from '@/search/make-search-engine'
import { startWorker } from '@/worker/start-worker'
import { meilisearchBinary } from '../support/facilities'
import { meilisearchProcess, type MeilisearchProcess } from '../support/meilisearch-process'
import { searchRequest } from '../support/search-documents'
import { openTestPayload, type TestPayload } from '../support/test-payload'

const LONGEST_WAIT = 3500
const SAVES = 24

const binary = meilisearchBinary()

describe.skipIf(!binary)('a Meilisearch that dies and comes back', () => {
  let server: MeilisearchProcess
  let test: TestPayload
  let engines: SearchEngines
  let stopWorker: () => Promise<void>

  beforeAll(async () => {
    server = await meilisearchProcess(binary ?? '')
    test = await openTestPayload({
      MEILISEARCH_URL: server.url,
      MEILISEARCH_KEY: server.key,
      SEARCH_FALLBACK: 'embedded',
    })
  })
  afterAll(async () => {
    await test.close()
    await server.drop()
  })
  beforeEach(async () => {
    await server.start()
    engines = makeSearchEngines(test.settings)
    stopWorker = await startWorker({
      payload: test.payload,
      settings: test.settings,
      everyMs: { indexing: 100 },
    })
  })
  afterEach(async () => {
    await stopWorker()
    await engines.answering.close()
  })

  const save = (number: number) =>
    test.payload.create({
      collection: 'briefings',
      overrideAccess: true,
      data: {
        title: `Tenancy strategy ${number}`,
        summary: 'How councils plan.',
        type: 'briefing',
        _status: 'published',
      },
    })

  async function ask() {
    const begun = performance.now()
    const { notice } = await answerSearch({
      payload: test.payload,
      engine: engines.answering,
      viewer: visitor,
      request: searchRequest('tenancy'),
      now: new Date(),
    })
    return { notice, tookMs: performance.now() - begun }
  }

  it('fails no save, leaves no reader without an answer, and owes nothing in the end', async () => {
    const [main, reserve] = engines.kept
    const answers: Awaited<ReturnType<typeof ask>>[] = []
    await vi.waitFor(async () => expect((await ask()).notice).toBeNull(), { timeout: 30_000 })

    for (let number = 1; number <= SAVES; number += 1) {
      if (number === SAVES / 3) await server.kill()
      if (number === (SAVES * 2) / 3) await server.start()
      await save(number)
      answers.push(await ask())
    }

    expect(Math.max(...answers.map(({ tookMs }) => tookMs))).toBeLessThan(LONGEST_WAIT)
    const notices = new Set(answers.map(({ notice }) => notice))
    expect(notices).toEqual(new Set([null, 'fallback-engine']))
    const isPaid = async () => {
      expect(await main.count('members')).toBe(SAVES)
      expect(await main.count('public')).toBe(SAVES)
      expect(await reserve?.count('members')).toBe(SAVES)
    }
    await vi.waitFor(isPaid, { timeout: 60_000, interval: 100 })
    for (let number = 1; number <= SAVES; number += 1) {
      const { hits } = await main.search('members', searchRequest(`"tenancy strategy ${number}"`))
      expect(hits).toHaveLength(1)
    }
  })
})
