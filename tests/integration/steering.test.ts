import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { memberViewer, type Viewer, visitor } from '@/access/viewer'
import type { Briefing } from '@/payload-types'
import { answerSearch } from '@/search/answer-search'
import { answerSuggest } from '@/search/answer-suggest'
import { indexPublished } from '@/search/index-published'
import { hasNewestSynonyms } from '@/search/keep-synonyms'
import { makeSearchEngine } from '@/search/make-search-engine'
import type { SearchEngine } from '@/search/search-engine'
import type { SearchRequest } from '@/search/search-request'
import type { SynonymRule } from '@/search/synonym-rule'
import { aMember } from '../support/a-member'
import { lexicalBody } from '../support/lexical'
import { searchRequest } from '../support/search-documents'
import { openTestPayload, type TestPayload } from '../support/test-payload'

const STALE_MS = 2000

let test: TestPayload
let engine: SearchEngine
let member: Viewer
/** Each reading of the clock is late enough to see what was saved before it. */
let clock = Date.now() + 60_000
const later = () => new Date((clock += STALE_MS))

const publish = (title: string, rest: Partial<Briefing> = {}) =>
  test.payload.create({
    collection: 'briefings',
    overrideAccess: true,
    data: {
      title,
      summary: 'How councils plan.',
      body: lexicalBody('Plain words.'),
      type: 'briefing',
      _status: 'published',
      ...rest,
    },
  })

const pass = (asked = engine) =>
  indexPublished({ payload: test.payload, engine: asked, now: later() })

const answer = (viewer: Viewer, typed: string, rest: Partial<SearchRequest> = {}) =>
  answerSearch({
    payload: test.payload,
    engine,
    viewer,
    request: searchRequest(typed, rest),
    now: later(),
  })

const titles = async (viewer: Viewer, typed: string, rest: Partial<SearchRequest> = {}) =>
  (await answer(viewer, typed, rest)).hits.map(({ briefing }) => briefing.title)

const bet = (query: string, briefings: string[], rest: { from?: string; until?: string } = {}) =>
  test.payload.create({
    collection: 'best-bets',
    overrideAccess: true,
    data: { query, briefings, ...rest },
  })

const synonym = (...words: string[]) =>
  test.payload.create({
    collection: 'search-synonyms',
    overrideAccess: true,
    data: { direction: 'mutual', words },
  })

beforeAll(async () => {
  test = await openTestPayload()
  engine = makeSearchEngine(test.settings)
  const year = new Date().getUTCFullYear()
  const active = await aMember(test.payload, { from: `${year}-01-01`, to: `${year + 1}-12-31` })
  member = memberViewer(active, new Date())
})
afterAll(async () => {
  await engine.close()
  await test.close()
})
beforeEach(async () => {
  for (const collection of [
    'briefings',
    'best-bets',
    'search-synonyms',
    'hidden-suggestions',
  ] as const) {
    await test.payload.delete({ collection, where: {}, overrideAccess: true })
  }
})

describe('a best bet', () => {
  it('shows nobody a draft, nor what is to come', async () => {
    const ahead = new Date(clock + 3_600_000).toISOString()
    const draft = await publish('A secret draft', { _status: 'draft' })
    const future = await publish('A secret to come', { publishedAt: ahead })
    await bet('tenancy', [draft.id, future.id])
    await pass()

    for (const viewer of [visitor, member]) {
      const { hits, total, facets, pages } = await answer(viewer, 'tenancy')
      expect({ hits, total, pages }).toEqual({ hits: [], total: 0, pages: 0 })
      expect(Object.values(facets).flat()).toEqual([])
    }
  })

  it('shows nobody what was withdrawn after the index was made', async () => {
    const { id } = await publish('Renting in Wales')
    await bet('tenancy', [id])
    await pass()
    await test.payload.update({
      collection: 'briefings',
      id,
      data: { _status: 'draft' },
      overrideAccess: true,
    })

    expect(await answer(member, 'tenancy')).toMatchObject({ hits: [], total: 0 })
  })
})

describe('a word never suggested', () => {
  const hide = (word: string) =>
    test.payload.create({ collection: 'hidden-suggestions', overrideAccess: true, data: { word } })
  const suggest = (typed: string) =>
    answerSuggest({ payload: test.payload, engine, viewer: visitor, typed, now: later() })

  it('is not offered while somebody types, and can still be searched for', async () => {
    await publish('Cuckooing of homes')
    await pass()
    expect(await suggest('cuck')).toHaveLength(1)

    await hide('CUCKOOING')

    expect(await suggest('cuck')).toEqual([])
    expect(await titles(visitor, 'cuckooing')).toEqual(['Cuckooing of homes'])
  })

  it('is not offered as what may have been meant', async () => {
    await publish('Cuckooing of homes')
    await pass()
    expect((await answer(visitor, 'cuckoing')).suggestion).toBe('cuckooing')

    await hide('cuckooing')

    expect((await answer(visitor, 'cuckoing')).suggestion).toBeNull()
  })
})

describe('synonyms', () => {
  /** The engine, and what it was told. */
  const listening = (told: (readonly SynonymRule[])[]): SearchEngine => ({
    ...engine,
    useSynonyms: async (rules) => {
      told.push(rules)
      await engine.useSynonyms(rules)
    },
  })

  it('reach the engine in the next pass, once for each change, and again after a rebuild', async () => {
    const told: (readonly SynonymRule[])[] = []
    const heard = listening(told)
    const { id } = await synonym('hmo', 'bedsit')
    await pass(heard)
    await pass(heard)
    expect(told).toHaveLength(1)
    expect(told[0]?.map(({ from }) => from)).toEqual(['bedsit', 'hmo'])

    await test.payload.update({
      collection: 'search-synonyms',
      id,
      data: { words: ['hmo', 'shared house'] },
      overrideAccess: true,
    })
    await pass(heard)
    expect(told.at(-1)?.map(({ from }) => from)).toEqual(['hmo', 'shared house'])

    await engine.rebuild(() => Promise.resolve())
    await pass(heard)
    expect(told).toHaveLength(3)

    await test.payload.delete({ collection: 'search-synonyms', id, overrideAccess: true })
    await pass(heard)
    expect(told.at(-1)).toEqual([])
  })

  it('are said to be in use from then on, and not before', async () => {
    await synonym('hmo', 'bedsit')
    expect(await hasNewestSynonyms({ payload: test.payload, engine })).toBe(false)
    await pass()
    expect(await hasNewestSynonyms({ payload: test.payload, engine })).toBe(true)
    await synonym('rent', 'tenancy')
    expect(await hasNewestSynonyms({ payload: test.payload, engine })).toBe(false)
  })
})
