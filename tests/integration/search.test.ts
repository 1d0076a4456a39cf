import { rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Briefing } from '@/payload-types'
import { indexPublished } from '@/search/index-published'
import { makeSearchEngine } from '@/search/make-search-engine'
import { reindex } from '@/search/reindex'
import type { SearchEngine } from '@/search/search-engine'
import { lexicalBody } from '../support/lexical'
import { searchRequest } from '../support/search-documents'
import { openTestPayload, type TestPayload } from '../support/test-payload'

const MINUTE = 60_000

let test: TestPayload
let engine: SearchEngine

beforeAll(async () => {
  test = await openTestPayload()
})
afterAll(() => test.close())

beforeEach(() => {
  engine = makeSearchEngine(test.settings)
})
afterEach(async () => {
  await engine.close()
  for (const end of ['', '-wal', '-shm']) {
    rmSync(path.join(test.dataDir, `search.db${end}`), { force: true })
  }
  for (const collection of ['briefings', 'topics', 'series', 'staff', 'sources'] as const) {
    await test.payload.delete({ collection, where: {}, overrideAccess: true })
  }
})

const later = (minutes: number) => new Date(Date.now() + minutes * MINUTE)
const pass = (now = new Date()) => indexPublished({ payload: test.payload, engine, now })
const found = async (typed: string, audience: 'members' | 'public' = 'members') =>
  (await engine.search(audience, searchRequest(typed))).hits.map(({ id }) => id)

const save = (data: Partial<Briefing> = {}) =>
  test.payload.create({
    collection: 'briefings',
    overrideAccess: true,
    data: {
      title: 'Tenancy strategies',
      summary: 'How councils plan.',
      type: 'briefing',
      _status: 'published',
      ...data,
    },
  })

const change = (id: string, data: Partial<Briefing>, draft = false) =>
  test.payload.update({ collection: 'briefings', id, data, draft, overrideAccess: true })

describe('the index follows the database', () => {
  it('finds a briefing from the pass after it is published, wherever the word stands', async () => {
    await pass()
    const source = await test.payload.create({
      collection: 'sources',
      overrideAccess: true,
      data: { title: 'The quixotry report', type: 'research' },
    })
    const { id } = await save({
      keyPoints: [{ text: 'Mind the palimpsest.' }],
      body: lexicalBody('Opening.', { heading: 'A heading' }, 'The zephyrine protocol.', {
        caseStudy: { title: 'A trial', who: 'Wherryside', where: 'Here', what: 'x', outcome: 'y' },
      }),
      sources: [source.id],
    })

    expect(await pass()).toEqual({ put: 1, removed: 0 })
    for (const word of ['zephyrine', 'palimpsest', 'wherryside', 'quixotry']) {
      expect(await found(word)).toEqual([id])
      expect(await found(word, 'public')).toEqual([])
    }
    expect(await found('tenancy', 'public')).toEqual([id])
    const { hits } = await engine.search('members', searchRequest('zephyrine'))
    expect(hits[0]?.anchor).toBe('#a-heading')
  })

  it('does nothing where nothing changed', async () => {
    await save()
    await pass()
    expect(await pass()).toEqual({ put: 0, removed: 0 })
    expect(await pass(later(1))).toEqual({ put: 0, removed: 0 })
    expect(await pass(later(120))).toEqual({ put: 0, removed: 0 })
  })

  it('follows a change of text and of slug', async () => {
    const { id } = await save()
    await pass()
    await change(id, { title: 'Allotments', slug: 'allotments' })
    await pass()
    expect(await found('tenancy')).toEqual([])
    expect(await found('allotments')).toEqual([id])
  })

  it('lets go of what is taken down', async () => {
    const { id } = await save()
    await pass()
    await change(id, { _status: 'draft' })
    expect(await pass()).toEqual({ put: 0, removed: 1 })
    expect(await found('tenancy')).toEqual([])
  })

  it('lets go of what is deleted, even when another is published at the same time', async () => {
    const { id } = await save()
    await pass()
    await test.payload.delete({ collection: 'briefings', id, overrideAccess: true })
    const other = await save({ title: 'Allotments' })
    expect(await pass()).toEqual({ put: 1, removed: 1 })
    expect(await found('')).toEqual([other.id])
  })

  it('leaves drafts out, alone or on top of what is published', async () => {
    await save({ title: 'Unfinished', _status: 'draft' })
    const { id } = await save()
    await change(id, { title: 'Zephyrine tenancy' }, true)
    await pass()
    expect(await found('unfinished')).toEqual([])
    expect(await found('zephyrine')).toEqual([])
    expect(await found('tenancy')).toEqual([id])
    await change(id, { title: 'Another draft' }, true)
    await pass()
    expect(await found('tenancy')).toEqual([id])
  })

  it('shows a dated briefing when its time comes, and not before', async () => {
    await pass()
    const { id } = await save({ publishedAt: later(30).toISOString() })
    await pass()
    await pass(later(29))
    expect(await found('tenancy')).toEqual([])
    await pass(later(31))
    expect(await found('tenancy')).toEqual([id])
  })

  it('takes back a briefing whose date is moved into the future', async () => {
    const { id } = await save()
    await pass()
    await change(id, { publishedAt: later(30).toISOString() })
    await pass()
    expect(await found('tenancy')).toEqual([])
  })

  it('loses nothing to a stop between two passes', async () => {
    await pass()
    const { id } = await save()
    await engine.close()
    engine = makeSearchEngine(test.settings)
    await pass(later(24 * 60))
    expect(await found('tenancy')).toEqual([id])
  })

  it('mends an index that lost or kept what it should not', async () => {
    const { id } = await save()
    await pass()
    await engine.remove([id])
    expect(await pass()).toEqual({ put: 1, removed: 0 })
    expect(await found('tenancy')).toEqual([id])
  })
})

describe('names that briefings share', () => {
  const topic = (name: string, parent?: string, synonyms: string[] = []) =>
    test.payload.create({
      collection: 'topics',
      overrideAccess: true,
      data: { name, parent: parent ?? null, synonyms },
    })

  const rename = (
    collection: 'topics' | 'series' | 'staff',
    id: string,
    data: { name: string; parent?: string },
  ) => test.payload.update({ collection, id, data, overrideAccess: true })

  it('follows the renaming of a topic, its synonyms and its place', async () => {
    const housing = await topic('Housing')
    const land = await topic('Land')
    const renting = await topic('Renting', housing.id, ['PRS landlords'])
    const { id } = await save({ topics: [renting.id] })
    await pass()
    expect(await found('PRS landlords', 'public')).toEqual([id])

    await rename('topics', renting.id, { name: 'Letting', parent: land.id })
    await pass()
    expect(await found('renting')).toEqual([])
    const { facets } = await engine.search('public', searchRequest(''))
    expect(facets.topic.map(({ label }) => label).sort()).toEqual(['Land', 'Letting'])
  })

  it('follows the renaming of a series and of an author', async () => {
    const series = await test.payload.create({
      collection: 'series',
      overrideAccess: true,
      data: { name: 'Ideas' },
    })
    const officer = await test.payload.create({
      collection: 'staff',
      overrideAccess: true,
      data: {
        name: 'Housing officer',
        role: 'officer',
        email: 'officer@example.org',
        password: 'a long enough password',
      },
    })
    const { id } = await save({ series: series.id, authors: [officer.id] })
    await pass()
    expect(await found('author:"housing officer"')).toEqual([id])

    await rename('series', series.id, { name: 'Practice' })
    await rename('staff', officer.id, { name: 'Land officer' })
    await pass()
    const { facets } = await engine.search('members', searchRequest(''))
    expect(facets.series.map(({ label }) => label)).toEqual(['Practice'])
    expect(facets.author.map(({ label }) => label)).toEqual(['Land officer'])
  })
})

describe('building the index anew', () => {
  it('holds all that is published, and what was published meanwhile', async () => {
    const { id } = await save()
    const meanwhile: string[] = []
    const briefings = await reindex({
      payload: test.payload,
      engine: {
        ...engine,
        rebuild: (fill) =>
          engine.rebuild(async (put) => {
            await fill(put)
            meanwhile.push((await save({ title: 'Tenancy meanwhile' })).id)
          }),
      },
      now: later(1),
    })
    expect(briefings).toBe(2)
    expect((await found('tenancy')).sort()).toEqual([id, ...meanwhile].sort())
  })
})
