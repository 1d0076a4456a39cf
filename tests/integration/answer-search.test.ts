import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memberViewer, type Viewer, visitor } from '@/access/viewer'
import type { Topic } from '@/payload-types'
import { answerSearch } from '@/search/answer-search'
import { answerSuggest } from '@/search/answer-suggest'
import { indexPublished } from '@/search/index-published'
import { makeSearchEngine } from '@/search/make-search-engine'
import { type SearchEngine, SearchUnavailable } from '@/search/search-engine'
import type { SearchRequest } from '@/search/search-request'
import { toSearchJson } from '@/search/to-search-json'
import { aMember } from '../support/a-member'
import { lexicalBody } from '../support/lexical'
import { searchRequest } from '../support/search-documents'
import { openTestPayload, type TestPayload } from '../support/test-payload'

let test: TestPayload
let engine: SearchEngine
let topic: Topic
let member: Viewer
let lapsed: Viewer

const now = new Date()

const publish = (title: string, summary: string, body: ReturnType<typeof lexicalBody>) =>
  test.payload.create({
    collection: 'briefings',
    overrideAccess: true,
    data: { title, summary, body, type: 'briefing', topics: [topic.id], _status: 'published' },
  })

beforeAll(async () => {
  test = await openTestPayload()
  engine = makeSearchEngine(test.settings)
  const year = now.getUTCFullYear()
  const active = await aMember(test.payload, { from: `${year}-01-01`, to: `${year + 1}-12-31` })
  member = memberViewer(active, now)
  lapsed = memberViewer(await aMember(test.payload, { from: '2019-01-01', to: '2019-12-31' }), now)
  topic = await test.payload.create({
    collection: 'topics',
    overrideAccess: true,
    data: { name: 'Housing' },
  })
  await publish(
    'Tenancy strategies',
    'How councils plan.',
    lexicalBody({ heading: 'What works' }, 'The zephyrine protocol.'),
  )
  await publish('Tenancy deposits', 'Who holds them.', lexicalBody('Plain words.'))
  await indexPublished({ payload: test.payload, engine, now: new Date() })
})
afterAll(async () => {
  await engine.close()
  await test.close()
})

const answer = (viewer: Viewer, typed: string, rest: Partial<SearchRequest> = {}, asked = engine) =>
  answerSearch({
    payload: test.payload,
    engine: asked,
    viewer,
    request: { ...searchRequest(typed), ...rest },
    now: new Date(),
  })

describe('what a reader is answered', () => {
  it('gives a member the place in the text', async () => {
    const { hits, total, pages } = await answer(member, 'zephyrine')
    expect({ total, pages }).toEqual({ total: 1, pages: 1 })
    expect(hits[0]).toMatchObject({
      anchor: '#what-works',
      isLocked: false,
      briefing: { title: 'Tenancy strategies', topics: [{ slug: 'housing', name: 'Housing' }] },
    })
  })

  it('answers a visitor and a lapsed member as if the word stood nowhere', async () => {
    for (const viewer of [visitor, lapsed]) {
      const { suggestion, ...rest } = await answer(viewer, 'zephyrine')
      const { suggestion: none, ...nothing } = await answer(viewer, 'qwxzyvvk')
      expect(rest).toEqual(nothing)
      expect([suggestion, none]).toEqual([null, null])
      expect(rest.total).toBe(0)
    }
  })

  it('shows a visitor locked results, from the public part alone', async () => {
    const results = await answer(visitor, 'tenancy')
    expect(results.total).toBe(2)
    for (const hit of results.hits) expect(hit).toMatchObject({ anchor: null, isLocked: true })
    expect(JSON.stringify(toSearchJson(searchRequest('tenancy'), results, 1))).not.toMatch(
      /zephyrine|what-works/i,
    )
  })

  it('suggests titles, and topics with briefings, by what was typed', async () => {
    const suggest = (typed: string) =>
      answerSuggest({ payload: test.payload, engine, viewer: visitor, typed, now: new Date() })
    expect(await suggest('tenancy dep')).toEqual([
      { kind: 'briefing', label: 'Tenancy deposits', url: '/briefings/tenancy-deposits' },
    ])
    expect(await suggest('hous')).toEqual([
      { kind: 'topic', label: 'Housing', url: '/topics/housing' },
    ])
    expect(await suggest('zephyr')).toEqual([])
  })

  it('answers in the words fixed for others', async () => {
    const request = searchRequest('deposits', { filters: { topic: ['housing'] } })
    const results = await answer(visitor, 'deposits', { filters: { topic: ['housing'] } })
    expect(toSearchJson(request, results, 4)).toMatchObject({
      query: { text: 'deposits', filters: { topic: ['housing'] }, sort: 'relevance' },
      total: 1,
      page: 1,
      pages: 1,
      pageSize: 10,
      tookMs: 4,
      hits: [
        {
          slug: 'tenancy-deposits',
          url: '/briefings/tenancy-deposits',
          snippet: [{ text: 'Who holds them.' }],
          anchor: null,
          series: null,
          publishedAt: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) as string,
          updatedAt: null,
          locked: true,
        },
      ],
      facets: { topic: [{ value: 'housing', label: 'Housing', count: 1 }] },
      suggestion: null,
      notice: null,
    })
  })
})

describe('when the index is behind or away', () => {
  it('drops a hit that was taken down since, and counts it no more', async () => {
    const { id } = await publish('Tenancy fraud', 'In short.', lexicalBody('Words.'))
    await indexPublished({ payload: test.payload, engine, now: new Date() })
    expect((await answer(visitor, 'tenancy')).total).toBe(3)

    await test.payload.update({
      collection: 'briefings',
      id,
      data: { _status: 'draft' },
      overrideAccess: true,
    })
    for (const viewer of [visitor, member]) {
      const { hits, total } = await answer(viewer, 'fraud')
      expect({ hits, total }).toEqual({ hits: [], total: 0 })
    }
  })

  it('says that the search does not answer, rather than fail', async () => {
    const away: SearchEngine = {
      ...engine,
      search: () => Promise.reject(new SearchUnavailable('Nobody is in.')),
    }
    expect(await answer(member, 'tenancy', {}, away)).toMatchObject({
      hits: [],
      total: 0,
      notice: 'engine-unavailable',
    })
  })
})
