import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { blocksOf, everyNode } from '@/lib/lexical/nodes'
import { repairTornSaves } from '@/repair/repair-torn-saves'
import { counts, faults, ImportDesk, RENTS, SMALL } from '../support/import-desk'

let desk: ImportDesk
beforeAll(async () => {
  desk = await ImportDesk.open()
})
beforeEach(() => desk.empty())
afterAll(() => desk.test.close())

it('keeps every field of a line, and makes the topics, the series and the sources it names', async () => {
  expect(faults(await desk.bring([RENTS]))).toEqual([])

  const briefing = await desk.only()
  expect(briefing).toMatchObject({
    reference: 'X-1',
    slug: 'rents-and-repairs',
    title: 'Rents & repairs',
    summary: 'What tenants pay.',
    keyPoints: [{ text: 'Rents rose.' }, { text: 'Repairs did not.' }],
    type: 'update',
    series: { name: 'Ideas in Practice' },
    nations: ['england', 'wales'],
    publishedAt: '2018-08-07T00:00:00.000Z',
    firstPublishedAt: '2018-08-07T00:00:00.000Z',
    revisedAt: '2019-02-11T09:00:00.000Z',
    reviewBy: '2027-03-01T00:00:00.000Z',
    changes: [{ note: 'New figures.', edition: 2 }],
    edition: 2,
    _status: 'published',
    sourceCount: 1,
    headingCount: 1,
  })
  expect(briefing.topics).toMatchObject([{ name: 'Private renting' }, { name: 'Councils' }])
  expect(briefing.sources).toMatchObject([{ title: 'A study', doi: '10.1000/182' }])
  const citation = [...everyNode(blocksOf(briefing.body))].find(
    ({ type }) => type === 'inlineBlock',
  )
  const [source] = briefing.sources as { id: string }[]
  expect(citation?.fields).toMatchObject({
    blockType: 'citation',
    source: { id: source!.id },
  })
  const { docs } = await desk.test.payload.find({
    collection: 'topics',
    overrideAccess: true,
    depth: 1,
    where: { name: { equals: 'Private renting' } },
  })
  expect(docs).toMatchObject([{ parent: { name: 'Housing' } }])
  expect(await repairTornSaves(desk.test.payload, 0)).toEqual([])
})

it('changes nothing when the same file comes again: no row, no version', async () => {
  await desk.bring([RENTS, SMALL])
  const before = [
    await desk.all(),
    await desk.versions(),
    await desk.count('topics'),
    await desk.count('sources'),
  ]

  expect(counts(await desk.bring([RENTS, SMALL]))).toEqual({
    created: 0,
    updated: 0,
    unchanged: 2,
    invalid: 0,
  })
  expect([
    await desk.all(),
    await desk.versions(),
    await desk.count('topics'),
    await desk.count('sources'),
  ]).toEqual(before)
})

it('keeps what a line leaves out, and empties what it sets to null', async () => {
  await desk.bring([RENTS])
  const { reference, title, body } = RENTS

  expect(
    counts(
      await desk.bring([{ reference, title, body, keyPoints: null, series: null, topics: null }]),
    ),
  ).toMatchObject({ updated: 1 })

  expect(await desk.only()).toMatchObject({
    summary: 'What tenants pay.',
    keyPoints: [],
    series: null,
    topics: [],
    nations: ['england', 'wales'],
    publishedAt: '2018-08-07T00:00:00.000Z',
    edition: 2,
  })
})

it('says what is wrong, where, stores nothing of the line, and goes on', async () => {
  const report = await desk.bring([
    { ...RENTS, colour: 'red', reference: 'X-2' },
    '{ not json',
    { body: 'No title.' },
    {
      ...SMALL,
      type: 'poem',
      publishedAt: '2018-02-30',
      topics: 'Housing',
      sources: [{ year: 1 }],
    },
    { ...SMALL, body: '  ' },
    { ...SMALL, related: ['X-404'] },
    { ...SMALL, attachments: ['a.pdf'] },
    '[]',
    { ...SMALL, title: 'Nul \u0000' },
    { ...SMALL, title: 'Good' },
  ])

  expect(faults(report)).toEqual([
    '1 colour is not a field this file may have',
    expect.stringMatching(/^2 line is not valid JSON: /),
    '3 title is missing',
    '4 type should be one of briefing, case-study, update',
    '4 topics should be a list',
    '4 publishedAt should be an ISO date',
    '4 sources.0.title is missing',
    '4 sources.0.year is before 1500',
    '5 body holds no text',
    '6 related names X-404, which is neither stored nor in the file',
    '7 attachments names a.pdf, and files come by the command alone',
    '8 line should be one JSON object',
    '9 title holds a character that is no text',
  ])
  expect(counts(report)).toEqual({ created: 1, updated: 0, unchanged: 0, invalid: 9 })
  expect((await desk.all()).map(({ title }) => title)).toEqual(['Good'])
  expect([
    await desk.count('topics'),
    await desk.count('sources'),
    await desk.count('series'),
  ]).toEqual([0, 0, 0])
})

it('writes nothing on a dry run, and reports the same', async () => {
  const lines = [RENTS, { ...SMALL, related: ['X-1'] }, { title: 'No body' }, RENTS]

  const dry = await desk.bring(lines, { isDryRun: true })
  expect([
    await desk.count('briefings'),
    await desk.count('topics'),
    await desk.count('staff'),
  ]).toEqual([0, 0, 0])
  expect(dry).toEqual(await desk.bring(lines))
  expect(counts(await desk.bring(lines, { isDryRun: true }))).toMatchObject({
    unchanged: 2,
    invalid: 2,
  })
})
