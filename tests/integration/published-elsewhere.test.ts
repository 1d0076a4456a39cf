import { afterAll, beforeAll, expect, it } from 'vitest'
import { indexPublished } from '@/search/index-published'
import { makeSearchEngine } from '@/search/make-search-engine'
import type { SearchEngine } from '@/search/search-engine'
import { publishElsewhere } from '../support/publish-elsewhere'
import { searchRequest } from '../support/search-documents'
import { openTestPayload, type TestPayload } from '../support/test-payload'

let test: TestPayload
let worker: SearchEngine
let site: SearchEngine

beforeAll(async () => {
  test = await openTestPayload()
  worker = makeSearchEngine(test.settings)
  site = makeSearchEngine(test.settings)
})
afterAll(async () => {
  await worker.close()
  await site.close()
  await test.close()
})

it('finds a briefing that another process published after one look, on the site too', async () => {
  const look = () => indexPublished({ payload: test.payload, engine: worker, now: new Date() })
  expect(await look()).toEqual({ put: 0, removed: 0 })

  await publishElsewhere(test, 'Zephyrine tenancies')
  expect((await site.search('public', searchRequest('zephyrine'))).total).toBe(0)
  expect(await look()).toEqual({ put: 1, removed: 0 })
  for (const audience of ['public', 'members'] as const) {
    expect((await site.search(audience, searchRequest('zephyrine'))).total).toBe(1)
  }
})
