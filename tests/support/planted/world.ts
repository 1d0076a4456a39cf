import type { Viewer } from '@/access/viewer'
import { memberViewer } from '@/access/viewer'
import type { Briefing } from '@/payload-types'
import { answerSearch } from '@/search/answer-search'
import { answerSuggest } from '@/search/answer-suggest'
import { indexPublished } from '@/search/index-published'
import { makeSearchEngine } from '@/search/make-search-engine'
import type { SearchEngine } from '@/search/search-engine'
import type { SearchRequest } from '@/search/search-request'
import { toSearchJson } from '@/search/to-search-json'
import { aMember } from '../a-member'
import { seededRandom } from '../seeded-random'
import { openTestPayload, type TestPayload } from '../test-payload'
import { memberText } from './member-text'
import { plantAround } from './plant-around'
import { PUBLIC_WORDS } from './words'

const BRIEFINGS = 30
const DAY = 24 * 60 * 60 * 1000

export type PlantedWorld = {
  readonly engine: SearchEngine
  readonly lapsed: Viewer
  readonly member: Viewer
  /** Everything a reader is answered to a search and while typing it, as text; records by reference, not by id. */
  readonly answer: (
    viewer: Viewer,
    request: SearchRequest,
    engine?: SearchEngine,
  ) => Promise<string>
  readonly close: () => Promise<void>
}

type Payload = TestPayload['payload']

/** What the briefings share, the same in both databases. */
async function makeSubjects(payload: Payload) {
  const topics: string[] = []
  for (const name of ['Housing', 'Renting', 'Transport', 'Schools', 'Health', 'Nature']) {
    const parent = name === 'Renting' ? (topics[0] ?? null) : null
    const data = { name, parent, synonyms: name === 'Health' ? ['wellbeing'] : [] }
    topics.push((await payload.create({ collection: 'topics', overrideAccess: true, data })).id)
  }
  const series: string[] = []
  for (const name of ['Ideas in practice', 'Local numbers']) {
    const data = { name }
    series.push((await payload.create({ collection: 'series', overrideAccess: true, data })).id)
  }
  const { id: author } = await payload.create({
    collection: 'staff',
    overrideAccess: true,
    data: {
      name: 'Rowan Ashby',
      role: 'officer',
      email: 'rowan@signpost.example',
      password: 'a long enough password',
    },
  })
  return { topics, series, author }
}

export type Subjects = Awaited<ReturnType<typeof makeSubjects>>

async function publish(payload: Payload, subjects: Subjects, number: number, isPlanted: boolean) {
  const random = seededRandom(number)
  const text = memberText(seededRandom(1000 + number), isPlanted)
  const source = await payload.create({
    collection: 'sources',
    overrideAccess: true,
    data: { title: text.sourceTitle, type: 'research' },
  })
  const data: Partial<Briefing> = {
    reference: `RB-2020-${String(number).padStart(3, '0')}`,
    slug: `briefing-${number}`,
    title: `${random.picks(4, PUBLIC_WORDS).join(' ')} ${number}`,
    summary: `${random.picks(14, PUBLIC_WORDS).join(' ')}.`,
    type: random.pick(['briefing', 'case-study', 'update'] as const),
    topics: [random.pick(subjects.topics)],
    series: random.isLikely(0.5) ? random.pick(subjects.series) : null,
    nations: random.isLikely(0.3) ? ['wales'] : ['england', 'scotland'],
    authors: random.isLikely(0.5) ? [subjects.author] : [],
    publishedAt: new Date(Date.UTC(2018, 0, 1) + number * 40 * DAY).toISOString(),
    keyPoints: text.keyPoints,
    body: text.body,
    sources: [source.id],
    _status: 'published',
  }
  const briefing = await payload.create({
    collection: 'briefings',
    overrideAccess: true,
    data: data as Briefing,
  })
  if (!random.isLikely(0.3)) return briefing
  return payload.update({
    collection: 'briefings',
    id: briefing.id,
    overrideAccess: true,
    context: { now: new Date('2024-03-01T09:00:00Z') },
    data: { updateKind: 'substantial', changeNote: text.changeNote },
  })
}

async function makeMember(payload: Payload, to: string): Promise<Viewer> {
  return memberViewer(await aMember(payload, { from: '2019-01-01', to }), new Date())
}

/**
 * A database of thirty published briefings, indexed. With `isPlanted` their member text holds planted words, and around
 * them stand drafts, drafts upon them, future, withdrawn and deleted items that hold them too.
 */
export async function makePlantedWorld(isPlanted: boolean): Promise<PlantedWorld> {
  const test = await openTestPayload()
  const { payload } = test
  const engine = makeSearchEngine(test.settings)
  const subjects = await makeSubjects(payload)
  const published: Briefing[] = []
  for (let number = 1; number <= BRIEFINGS; number += 1) {
    published.push(await publish(payload, subjects, number, isPlanted))
  }
  const index = () => indexPublished({ payload, engine, now: new Date() })
  await index()
  if (isPlanted) await plantAround(payload, subjects, published, index)

  const references = new Map(published.map(({ id, reference }) => [id, reference]))
  const asText = (answer: unknown) =>
    JSON.stringify(answer, (key, value: unknown) =>
      key === 'id' ? (references.get(String(value)) ?? value) : value,
    )
  return {
    engine,
    lapsed: await makeMember(payload, '2019-12-31'),
    member: await makeMember(payload, '2099-12-31'),
    answer: async (viewer, request, asked = engine) => {
      const asking = { payload, engine: asked, viewer, now: new Date() }
      const results = await answerSearch({ ...asking, request })
      const suggestions = await answerSuggest({ ...asking, typed: request.query.text })
      return asText({ ...toSearchJson(request, results, 0), suggestions })
    },
    close: async () => {
      await engine.close()
      await test.close()
    },
  }
}
