import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { memberViewer, type Viewer, visitor } from '@/access/viewer'
import { markEnabled } from '@/bulletin/first-start'
import type { Topic } from '@/payload-types'
import { indexPublished } from '@/search/index-published'
import { makeSearchEngine } from '@/search/make-search-engine'
import type { SearchEngine } from '@/search/search-engine'
import { topicTree } from '@/topics/topic-tree'
import { aMember } from '../support/a-member'
import { lexicalBody } from '../support/lexical'
import { type Dated, placesOf } from '../support/places-of'
import { openSecondPayload } from '../support/second-payload'
import { openTestPayload, type TestPayload } from '../support/test-payload'

const SECOND = 1000

/** When, as the clocks in London say it and as the world has it, and a word no other has. */
const MOMENTS = [
  ['half past one on 25 October 2026, at first', '2026-10-25T00:30:00.000Z', 'zephyrwort'],
  ['half past one on 25 October 2026, once more', '2026-10-25T01:30:00.000Z', 'quillfrond'],
  ['nine on an ordinary Tuesday', '2026-11-24T09:00:00.000Z', 'umberglass'],
  ['two on 28 March 2027, a second after one', '2027-03-28T01:00:00.000Z', 'oxlipmarsh'],
] as const

let test: TestPayload
let second: Payload
let workers: readonly { readonly payload: Payload; readonly engine: SearchEngine }[]
/** The engine that a site process answers from. */
let site: SearchEngine
let member: Viewer
let topic: Topic

const BEGINNING = new Date('2026-10-20T09:00:00Z')

/** For what reads the machine's own clock, such as the doors and the times of a save. */
const setClock = (at: Date) => {
  vi.setSystemTime(at)
}

const timeZone = process.env.TZ
beforeAll(async () => {
  process.env.TZ = 'Europe/London'
  test = await openTestPayload()
  second = await openSecondPayload(test)
  workers = [
    { payload: test.payload, engine: makeSearchEngine(test.settings) },
    { payload: second, engine: makeSearchEngine(test.settings) },
  ]
  site = makeSearchEngine(test.settings)
  member = memberViewer(
    await aMember(test.payload, { from: '2026-01-01', to: '2027-12-31' }),
    BEGINNING,
  )
  topic = await test.payload.create({
    collection: 'topics',
    overrideAccess: true,
    data: { name: 'Housing' },
  })
  await markEnabled(test.payload, BEGINNING)
})
afterAll(async () => {
  if (timeZone === undefined) delete process.env.TZ
  else process.env.TZ = timeZone
  for (const { engine } of workers) await engine.close()
  await site.close()
  await second.destroy()
  await test.close()
})
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** One look of every worker, all at once. */
async function workersLook(now: Date): Promise<void> {
  setClock(now)
  await Promise.all(workers.map((worker) => indexPublished({ ...worker, now })))
}

async function schedule(word: string, publishedAt: string): Promise<Dated> {
  const { payload } = test
  const common = { topics: [topic.id], _status: 'published' as const }
  const briefing = await payload.create({
    collection: 'briefings',
    overrideAccess: true,
    data: {
      ...common,
      title: `Tenancies and ${word}`,
      summary: `What ${word} does.`,
      body: lexicalBody(`The ${word} of it.`),
      type: 'briefing',
      publishedAt,
      formerAddresses: [`/old/${word}`],
    },
  })
  const article = await payload.create({
    collection: 'articles',
    overrideAccess: true,
    data: { ...common, title: `A blog of ${word}`, summary: `Why ${word}.`, publishedAt },
  })
  const neighbour = await payload.create({
    collection: 'briefings',
    overrideAccess: true,
    data: {
      ...common,
      title: `Tenancies before ${word.split('').reverse().join('')}`,
      summary: 'What was known.',
      type: 'briefing',
      related: [briefing.id],
      publishedAt: '2024-01-02T09:00:00.000Z',
    },
  })
  return { word, briefing, article, neighbour }
}

const countOfTopic = async (payload: Payload, now: Date): Promise<number> =>
  (await topicTree(payload, now))[0]?.briefings ?? 0

/** Every place of every process, and whether it shows there. */
async function everywhere(dated: Dated, now: Date): Promise<Record<string, boolean>> {
  setClock(now)
  const processes = { one: test.payload, two: second }
  const viewers = { visitor, member }
  return placesOf({ test, site, processes, viewers, topicId: topic.id, dated, now })
}

const whereIts = (shown: Record<string, boolean>, is: boolean) =>
  Object.entries(shown).flatMap(([place, isShown]) => (isShown === is ? [place] : []))

describe.each(MOMENTS)('what is published at %s', (_words, moment, word) => {
  const due = new Date(moment)
  const after = (seconds: number) => new Date(due.getTime() + seconds * SECOND)

  it('H20 is nowhere a second before, and everywhere a minute after, in every process', async () => {
    setClock(after(-3600))
    const dated = await schedule(word, moment)
    for (const seconds of [-3599, -60, -1]) await workersLook(after(seconds))

    const before = await everywhere(dated, after(-1))
    expect(whereIts(before, true)).toEqual([])
    expect(Object.keys(before).length).toBeGreaterThan(50)
    const counted = await countOfTopic(second, after(-1))

    await workersLook(after(30))
    expect(whereIts(await everywhere(dated, after(30)), false)).toEqual([])
    expect(await countOfTopic(second, after(30))).toBe(counted + 1)
  })
})

it('comes to the search at its time where only a worker that has just been started is left', async () => {
  const moment = '2027-04-06T09:00:00.000Z'
  setClock(new Date('2027-04-06T08:00:00Z'))
  const dated = await schedule('vervaincress', moment)
  await workersLook(new Date('2027-04-06T08:30:00Z'))

  const engine = makeSearchEngine(test.settings)
  const now = new Date('2027-04-06T09:00:01Z')
  await indexPublished({ payload: second, engine, now })
  await engine.close()
  expect(whereIts(await everywhere(dated, now), false)).toEqual([])
})

it('comes once to the search, whichever worker’s clock is a few seconds behind', async () => {
  const moment = '2027-05-04T09:00:00.000Z'
  setClock(new Date('2027-05-04T08:00:00Z'))
  const dated = await schedule('bramblethorn', moment)
  await workersLook(new Date('2027-05-04T08:59:59Z'))
  const [one, two] = workers
  const [ahead, behind] = [new Date('2027-05-04T09:00:02Z'), new Date('2027-05-04T08:59:57Z')]
  if (one) await indexPublished({ ...one, now: ahead })
  if (two) await indexPublished({ ...two, now: behind })
  await workersLook(new Date('2027-05-04T09:00:30Z'))

  expect(whereIts(await everywhere(dated, new Date('2027-05-04T09:00:30Z')), false)).toEqual([])
})
