import { afterAll, beforeAll, expect, it } from 'vitest'
import { toPublicPart } from '@/access/to-public-part'
import { memberViewer, type Viewer, visitor } from '@/access/viewer'
import type { Briefing, Topic } from '@/payload-types'
import { indexPublished } from '@/search/index-published'
import { makeSearchEngine } from '@/search/make-search-engine'
import { moreLikeThis } from '@/search/more-like-this'
import { type SearchEngine, SearchUnavailable } from '@/search/search-engine'
import { aMember } from '../support/a-member'
import { lexicalBody } from '../support/lexical'
import { openTestPayload, type TestPayload } from '../support/test-payload'

let test: TestPayload
let engine: SearchEngine
let member: Viewer
let housing: Topic
let crime: Topic
let start: Briefing

const topicNamed = (name: string) =>
  test.payload.create({ collection: 'topics', overrideAccess: true, data: { name } })

const publish = (title: string, topics: readonly Topic[], body = 'Plain words.') =>
  test.payload.create({
    collection: 'briefings',
    overrideAccess: true,
    data: {
      title,
      summary: 'What is known.',
      body: lexicalBody(body),
      type: 'briefing',
      topics: topics.map(({ id }) => id),
      _status: 'published',
    },
  })

beforeAll(async () => {
  test = await openTestPayload()
  engine = makeSearchEngine(test.settings)
  const year = new Date().getUTCFullYear()
  const active = await aMember(test.payload, { from: `${year}-01-01`, to: `${year + 1}-12-31` })
  member = memberViewer(active, new Date())
  housing = await topicNamed('Housing')
  crime = await topicNamed('Crime')
  start = await publish('Tenancy deposits in the four nations', [housing, crime])
  await publish('Tenancy deposits for students', [housing])
  await publish('Gangs and lettings', [housing, crime])
  await publish('Flood insurance', [housing], 'The zephyrine protocol.')
  await publish('Courts', [crime])
  await publish('Tenancy deposits abroad', [])
  await indexPublished({ payload: test.payload, engine, now: new Date() })
})
afterAll(async () => {
  await engine.close()
  await test.close()
})

type Asked = { viewer?: Viewer; without?: string[]; limit?: number; asked?: SearchEngine }

async function similar({ viewer = visitor, without = [], limit = 4, asked = engine }: Asked = {}) {
  const row = await test.payload.findByID({
    collection: 'briefings',
    id: start.id,
    depth: 1,
    overrideAccess: true,
  })
  const briefing = toPublicPart(row, [])
  const now = new Date()
  return moreLikeThis({
    payload: test.payload,
    engine: asked,
    viewer,
    briefing,
    without,
    limit,
    now,
  })
}

const titles = async (args?: Asked) => (await similar(args)).map(({ title }) => title)

it('names briefings that share most topics first, then those that share the title’s words', async () => {
  const found = await titles()
  expect(found.slice(0, 2)).toEqual(['Gangs and lettings', 'Tenancy deposits for students'])
  expect(found.toSorted()).toEqual([
    'Courts',
    'Flood insurance',
    'Gangs and lettings',
    'Tenancy deposits for students',
  ])
})

it('never names the briefing itself, nor what the page names already', async () => {
  const [first] = await similar()
  const found = await titles({ without: [first?.id ?? ''] })
  expect(found).not.toContain(first?.title)
  expect(found).not.toContain(start.title)
})

it('answers a visitor from the public index and a member from theirs', async () => {
  const opened: string[] = []
  const watched: SearchEngine = {
    ...engine,
    search: (audience, request) => {
      opened.push(audience)
      return engine.search(audience, request)
    },
  }
  await similar({ asked: watched })
  expect(new Set(opened)).toEqual(new Set(['public']))
  opened.length = 0
  await similar({ asked: watched, viewer: member })
  expect(new Set(opened)).toEqual(new Set(['members']))
})

it('leaves out at once what was withdrawn a moment ago, though the index still holds it', async () => {
  const gone = await publish('Tenancy deposits to be withdrawn', [housing, crime])
  await indexPublished({ payload: test.payload, engine, now: new Date() })
  expect(await titles()).toContain(gone.title)
  await test.payload.update({
    collection: 'briefings',
    id: gone.id,
    overrideAccess: true,
    data: { _status: 'draft' },
  })
  expect(await titles()).not.toContain(gone.title)
})

it('shows nothing, rather than a fault, while the search does not answer', async () => {
  const silent: SearchEngine = {
    ...engine,
    search: () => Promise.reject(new SearchUnavailable('no answer')),
  }
  expect(await titles({ asked: silent })).toEqual([])
})
