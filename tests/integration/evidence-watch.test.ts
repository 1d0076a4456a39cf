import { afterAll, beforeAll, expect, it } from 'vitest'
import { block, inlineBlock, lexicalDocument, paragraph, text } from '@/lib/lexical/make-nodes'
import type { Source } from '@/payload-types'
import { readDoubts, underReviewInWords } from '@/sources/read-doubts'
import type { Asker } from '@/sources/watch/look-at-link'
import { watchEvidence } from '@/sources/watch/watch-evidence'
import { makeRow } from '../support/access-table/rows'
import { type House, openHouse } from '../support/access-table/house'
import { answering, unrulyServer, type UnrulyServer } from '../support/unruly-server'

const HOUR = 3_600_000
const START = Date.parse('2026-11-02T09:00:00.000Z')
const at = (hours: number) => new Date(START + hours * HOUR)
const PUBLISHED = { _status: 'published', publishedAt: '2026-10-01T09:00:00.000Z' }

let house: House
let server: UnrulyServer
beforeAll(async () => {
  house = await openHouse()
  server = await unrulyServer({
    '/robots.txt': answering(404),
    '/report': answering(200),
    '/moves': answering(301, '/report'),
  })
})
afterAll(async () => {
  await server.die()
  await house.close()
})

const asker: Asker = {
  mayAsk: (address) => address === '127.0.0.1',
  userAgent: '+https://signpost.example',
  timeoutMs: 2000,
  paceMs: 0,
  pause: () => Promise.resolve(),
}

const watch = (hours: number, over: Partial<Parameters<typeof watchEvidence>[0]> = {}) =>
  watchEvidence({ payload: house.payload, asker, now: at(hours), ...over })

const makeSource = (data: Partial<Source>) =>
  house.payload.create({
    collection: 'sources',
    overrideAccess: true,
    data: { title: 'A report', type: 'research', ...data },
  })

const citing = (source: string) => ({
  sources: [source],
  body: lexicalDocument([
    paragraph([text('So it was found. '), inlineBlock('c1', 'citation', { source })]),
    block('k1', 'keyStatistic', { figure: '1 in 5', says: 'of all', source }),
  ]),
})

async function tasks() {
  const { docs } = await house.payload.find({
    collection: 'evidence-tasks',
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  return docs
}

const taskOf = async (source: Source) => (await tasks()).find(({ key }) => key === source.id)

async function readersAreTold(source: Source): Promise<string | null> {
  const { user } = house.people.member as Extract<House['people']['member'], { door: 'local' }>
  const viewer = { kind: 'member' as const, member: user, isActive: true }
  const doubts = await readDoubts({ payload: house.payload, viewer, sources: [source] })
  return underReviewInWords(doubts)
}

it('opens one task for one dead link in forty briefings, names them all, tells readers, and closes it when mended', async () => {
  const source = await makeSource({ url: `${server.origin}/report` })
  const briefings: string[] = []
  for (let count = 0; count < 39; count += 1) {
    briefings.push(await makeRow(house, 'briefings', { ...PUBLISHED, ...citing(source.id) }))
  }
  briefings.push(await makeRow(house, 'briefings', { _status: 'draft', ...citing(source.id) }))

  await watch(0)
  expect(await tasks()).toEqual([])

  await server.die()
  await watch(168)
  expect(await tasks(), 'one look is not enough').toEqual([])
  await watch(170)
  expect(await tasks(), 'nor are two within a day').toEqual([])
  await watch(192)
  await watch(193)

  expect(await tasks()).toMatchObject([{ key: source.id, problem: 'dead' }])
  expect((await taskOf(source))?.closedAt ?? null).toBeNull()
  const named = (await taskOf(source))?.briefings as string[]
  expect(named.toSorted()).toEqual(briefings.toSorted())
  expect(await readersAreTold(source)).toBe('1 source under review')

  await server.live()
  await watch(217)
  expect((await taskOf(source))?.closedAt).toBe(at(217).toISOString())
  expect(await readersAreTold(source)).toBeNull()
  expect(await tasks()).toHaveLength(1)
})

it('looks at a link once however many workers there are', async () => {
  const source = await makeSource({ url: `${server.origin}/report?once` })
  await makeRow(house, 'briefings', { ...PUBLISHED, ...citing(source.id) })
  const before = server.asked.length
  await Promise.all([watch(2000), watch(2000), watch(2000)])
  const asked = server.asked.slice(before).filter((one) => one === 'HEAD /report?once')

  expect(asked).toHaveLength(1)
})

it('leaves alone what no briefing cites, and everything where it is switched off', async () => {
  await makeSource({ url: `${server.origin}/report?nobody` })
  await watch(3000, { asker: null })
  const before = server.asked.length
  await watch(3000)
  const uncited = server.asked.slice(before).filter((one) => one.includes('nobody'))

  expect(uncited).toEqual([])
})

it('names where a link has moved, and closes the task when an officer gives the new address', async () => {
  const source = await makeSource({ url: `${server.origin}/moves`, title: 'Moved report' })
  await makeRow(house, 'briefings', { ...PUBLISHED, ...citing(source.id) })
  for (let hours = 4000; !(await taskOf(source)) && hours < 4005; hours += 1) await watch(hours)

  expect(await taskOf(source)).toMatchObject({
    problem: 'moved',
    said: `Its link has moved to ${server.origin}/report.`,
  })

  await house.payload.update({
    collection: 'sources',
    id: source.id,
    data: { url: `${server.origin}/report?new` },
    overrideAccess: true,
  })
  await watch(4010)
  expect((await taskOf(source))?.closedAt).toBeTruthy()
})

it('opens a task for a source its publisher withdrew, and readers are told what to read instead', async () => {
  const better = await makeSource({ title: 'The better report' })
  const source = await makeSource({
    title: 'Taken back',
    standing: 'withdrawn',
    replacedBy: better.id,
  })
  const id = await makeRow(house, 'briefings', { ...PUBLISHED, ...citing(source.id) })
  await watch(5000, { asker: null })

  expect(await taskOf(source)).toMatchObject({ problem: 'withdrawn', briefings: [id] })
  const viewer = {
    kind: 'staff' as const,
    staff: await house.payload.findByID({
      collection: 'staff',
      id: house.colleagueId,
      overrideAccess: true,
    }),
  }
  const doubts = await readDoubts({ payload: house.payload, viewer, sources: [source] })
  expect(doubts.get(source.id)).toEqual({
    warning: 'Withdrawn by its publisher. Read instead: The better report.',
    isUnderReview: true,
  })

  await house.payload.update({
    collection: 'sources',
    id: source.id,
    data: { standing: 'current', replacedBy: null },
    overrideAccess: true,
  })
  await watch(5001, { asker: null })
  expect((await taskOf(source))?.closedAt).toBeTruthy()
})
