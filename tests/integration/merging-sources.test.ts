import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { moveStage } from '@/briefings/move-stage'
import { block, inlineBlock, lexicalDocument, paragraph, text } from '@/lib/lexical/make-nodes'
import { repairTornSaves } from '@/repair/repair-torn-saves'
import { mergeSources } from '@/sources/merge-sources'
import { whereCited } from '@/sources/where-cited'
import { makeRow } from '../support/access-table/rows'
import { openSourcesHouse, type SourcesHouse } from '../support/sources-house'

let house: SourcesHouse
beforeAll(async () => {
  house = await openSourcesHouse()
})
afterAll(() => house.close())
beforeEach(() => house.emptied())

const said = async (answer: Promise<Response>): Promise<unknown> => (await answer).json()

const makeSource = async (title: string, more: object = {}) =>
  (
    await house.payload.create({
      collection: 'sources',
      overrideAccess: true,
      data: { title, type: 'research', ...more },
    })
  ).id

const bodyCiting = (source: string, words = 'So it was found') =>
  lexicalDocument([
    paragraph([
      text('Nothing here. '),
      text(words),
      inlineBlock('c1', 'citation', { source, page: '12' }),
      text('. And on.'),
    ]),
    block('k1', 'keyStatistic', { figure: '1 in 5', says: 'of all', source }),
  ])

const PUBLISHED = { _status: 'published', publishedAt: '2024-01-02T09:00:00.000Z' }

it('moves every citation to the kept source, in what readers have, in drafts and in versions, and may be repeated', async () => {
  const [kept, gone] = [await makeSource('Kept'), await makeSource('Gone', { year: 2020 })]
  const id = await makeRow(house, 'briefings', { ...PUBLISHED, body: bodyCiting(gone) })
  const draftId = await makeRow(house, 'briefings', { _status: 'draft', body: bodyCiting(gone) })
  await house.payload.update({
    collection: 'briefings',
    id,
    draft: true,
    data: {
      title: 'A draft upon it',
      body: bodyCiting(gone, 'Anew'),
      sources: [gone, kept],
    } as never,
    overrideAccess: true,
  })
  const versionsOf = async () =>
    house.payload.findVersions({
      collection: 'briefings',
      depth: 0,
      pagination: false,
      sort: 'createdAt',
      overrideAccess: true,
    })
  const before = await versionsOf()

  const merging = { action: 'merge', kept, gone }
  expect(await said(house.post(merging, { viewer: house.editor }))).toEqual({ briefings: 2 })
  expect(await said(house.post(merging, { viewer: house.editor }))).toEqual({ briefings: 0 })

  const after = await versionsOf()
  expect(after.docs.map(({ id: one }) => one)).toEqual(before.docs.map(({ id: one }) => one))
  expect(JSON.stringify(after.docs)).not.toContain(gone)
  expect(JSON.stringify(before.docs).replaceAll(gone, kept).length).toBeGreaterThan(0)
  for (const [one, draft] of [
    [id, false],
    [id, true],
    [draftId, true],
  ] as const) {
    const briefing = await house.payload.findByID({
      collection: 'briefings',
      id: one,
      draft,
      depth: 0,
      overrideAccess: true,
    })
    expect(briefing.sources).toEqual([kept])
    expect(briefing.sourceCount).toBe(1)
    expect(JSON.stringify(briefing.body)).toContain(`"source":"${kept}","page":"12"`)
  }
  expect(await house.stored()).toMatchObject([{ id: kept, year: 2020 }])
})

it('takes no approval back and makes no version by a merge', async () => {
  const [kept, gone] = [await makeSource('Kept'), await makeSource('Gone')]
  const id = await makeRow(house, 'briefings', { _status: 'draft', body: bodyCiting(gone) })
  for (const [role, action] of [
    ['officer', 'submit'],
    ['editor', 'approve'],
  ] as const) {
    const { staff } = house[role]
    await moveStage({ payload: house.payload, id, staff, action, now: new Date() })
  }
  await mergeSources({ payload: house.payload, kept, gone, now: new Date() })
  const draft = await house.payload.findByID({
    collection: 'briefings',
    id,
    draft: true,
    overrideAccess: true,
  })

  expect(draft.reviewStage).toBe('approved')
})

it('names every briefing that cites a source, with the sentence around', async () => {
  const source = await makeSource('Cited')
  await makeRow(house, 'briefings', {
    ...PUBLISHED,
    title: 'A published one',
    body: bodyCiting(source),
  })
  await makeRow(house, 'briefings', { _status: 'draft', title: 'Listed', sources: [source] })
  const cited = await whereCited({
    payload: house.payload,
    sourceId: source,
    viewer: house.officer,
  })

  expect(cited).toMatchObject([
    {
      title: 'A published one',
      isPublished: true,
      sentences: ['So it was found.', '1 in 5: of all'],
    },
    { title: 'Listed', isPublished: false, sentences: [] },
  ])
})

it('lets a text that was open during the merge cite the kept source once it is saved', async () => {
  const [kept, gone] = [await makeSource('Kept'), await makeSource('Gone')]
  const id = await makeRow(house, 'briefings', { _status: 'draft', body: bodyCiting(gone) })
  await mergeSources({ payload: house.payload, kept, gone, now: new Date() })
  const saved = await house.payload.update({
    collection: 'briefings',
    id,
    draft: true,
    data: { body: bodyCiting(gone, 'Written meanwhile'), sources: [gone] } as never,
    depth: 0,
    overrideAccess: true,
  })

  expect(saved.sources).toEqual([kept])
  expect(JSON.stringify(saved.body)).not.toContain(gone)
})

it('leaves nothing that a start would take for a torn save', async () => {
  const [kept, gone] = [await makeSource('Kept'), await makeSource('Gone')]
  const id = await makeRow(house, 'briefings', { ...PUBLISHED, body: bodyCiting(gone) })
  await house.payload.update({
    collection: 'briefings',
    id,
    draft: true,
    data: { title: 'A draft upon it' },
    overrideAccess: true,
  })
  await mergeSources({ payload: house.payload, kept, gone, now: new Date() })

  expect(await repairTornSaves(house.payload, 0)).toEqual([])
})
