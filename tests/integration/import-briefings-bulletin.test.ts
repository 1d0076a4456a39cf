import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { unannounced } from '@/bulletin/unannounced'
import { counts, faults, ImportDesk, RENTS, SMALL } from '../support/import-desk'

let desk: ImportDesk
beforeAll(async () => {
  desk = await ImportDesk.open()
})
beforeEach(() => desk.empty())
afterAll(() => desk.test.close())

const owed = async () =>
  (await unannounced(desk.test.payload, new Date('2030-01-01'))).map(({ title, edition }) => [
    title,
    edition,
  ])

it('never lets the Bulletin announce an import, old, new or to come, unless it is asked to', async () => {
  const lines = [RENTS, SMALL, { ...SMALL, title: 'To come', publishedAt: '2029-01-01' }]
  await desk.bring(lines)
  expect(await owed()).toEqual([])

  const raised = [{ date: '2020-01-01', note: 'More.', edition: 3 }]
  await desk.bring([{ ...RENTS, changes: raised }])
  expect(await owed()).toEqual([])

  await desk.bring([{ ...SMALL, title: 'Told' }], { isAnnounced: true })
  expect(await owed()).toEqual([['Told', 1]])
})

it('still lets the Bulletin announce what an officer published before the import touched it', async () => {
  await desk.test.payload.create({
    collection: 'briefings',
    overrideAccess: true,
    data: { title: 'Small', summary: 'Mine.', type: 'briefing', _status: 'published' },
  })

  expect(counts(await desk.bring([SMALL]))).toMatchObject({ updated: 1 })
  expect(await owed()).toEqual([['Small', 1]])
})

it('announces a draft it brought once an editor publishes it, but not one that an import publishes', async () => {
  await desk.bring([
    { ...SMALL, status: 'draft' },
    { ...SMALL, title: 'Other', status: 'draft' },
  ])
  expect((await desk.all()).map(({ _status }) => _status)).toEqual(['draft', 'draft'])
  await desk.bring([{ ...SMALL, title: 'Other', status: 'published' }])
  const small = (await desk.all()).find(({ title }) => title === 'Small')
  await desk.test.payload.update({
    collection: 'briefings',
    id: small!.id,
    overrideAccess: true,
    data: { _status: 'published' },
  })

  expect(await owed()).toEqual([['Small', 1]])
})

it('does not publish, or lose, what an officer has changed and not published', async () => {
  await desk.bring([SMALL])
  const { id } = await desk.only()
  await desk.test.payload.update({
    collection: 'briefings',
    id,
    overrideAccess: true,
    draft: true,
    data: { summary: 'Not yet for readers.' },
  })

  expect(faults(await desk.bring([{ ...SMALL, keyPoints: ['New.'] }]))).toEqual([
    '1 status cannot be changed: the briefing holds changes that are not published. Publish or discard them in the admin first',
  ])
  expect((await desk.only()).summary).toBe('A summary.')
})
