import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { readMoved } from '@/briefings/read-moved'
import { counts, faults, ImportDesk, SMALL } from '../support/import-desk'

const NOW = new Date('2026-11-27T12:00:00Z')

let desk: ImportDesk
beforeAll(async () => {
  desk = await ImportDesk.open()
})
beforeEach(() => desk.empty())
afterAll(() => desk.test.close())

const ask = (path: string, now = NOW) => readMoved({ payload: desk.test.payload, path, now })

const make = async (slug: string, more: object = {}): Promise<string> => {
  const { id } = await desk.test.payload.create({
    collection: 'briefings',
    overrideAccess: true,
    data: {
      ...{ title: slug, summary: 'A summary.', type: 'briefing', slug },
      ...{ _status: 'published', publishedAt: '2024-01-02T09:00:00.000Z', ...more },
    },
  })
  return id
}

const save = (id: string, data: object, draft = false) =>
  desk.test.payload.update({
    collection: 'briefings',
    id,
    overrideAccess: true,
    draft,
    data: { _status: draft ? 'draft' : 'published', ...data },
  })

it('leads from every address a briefing had straight to the one it has', async () => {
  const id = await make('rents')
  await save(id, { slug: 'rents-now' })
  await save(id, { title: 'A comma' })
  await save(id, { slug: 'rents-today' })

  expect(await ask('/briefings/rents')).toBe('/briefings/rents-today')
  expect(await ask('/briefings/rents-now')).toBe('/briefings/rents-today')
  expect(await ask('/briefings/rents-today')).toBeNull()
  expect(await ask('/briefings/other')).toBeNull()
})

it('forgets a former address that the briefing goes back to, and goes in no circle', async () => {
  const id = await make('rents')
  await save(id, { slug: 'rents-now' })
  await save(id, { slug: 'rents' })

  expect(await ask('/briefings/rents')).toBeNull()
  expect(await ask('/briefings/rents-now')).toBe('/briefings/rents')
})

it('tells nothing of a draft: neither its new slug before it is published, nor what is not published at all', async () => {
  const id = await make('rents')
  await save(id, { slug: 'secret-plan' }, true)
  expect(await ask('/briefings/rents')).toBeNull()
  expect(await ask('/briefings/secret-plan')).toBeNull()

  await save(id, { slug: 'rents-now', publishedAt: '2027-01-01T09:00:00.000Z' })
  expect(await ask('/briefings/rents')).toBeNull()
  expect(await ask('/briefings/rents', new Date('2027-01-01T09:00:00Z'))).toBe(
    '/briefings/rents-now',
  )

  const draft = await make('half', { _status: 'draft', publishedAt: null })
  await save(draft, { slug: 'half-written' }, true)
  await save(draft, { slug: 'whole' })
  expect(await ask('/briefings/half')).toBeNull()
})

it('keeps former addresses when an older version is restored, and gives none to a copy', async () => {
  const { payload } = desk.test
  const id = await make('rents')
  await save(id, { slug: 'rents-now' })
  const { docs } = await payload.findVersions({
    collection: 'briefings',
    overrideAccess: true,
    where: { parent: { equals: id } },
    sort: 'updatedAt',
  })
  await payload.restoreVersion({
    collection: 'briefings',
    id: docs[0]?.id ?? '',
    overrideAccess: true,
  })
  const copy = await payload.duplicate({ collection: 'briefings', id, overrideAccess: true })

  expect(await ask('/briefings/rents-now')).toBe('/briefings/rents')
  expect(copy.formerAddresses ?? []).toEqual([])
})

it('brings the addresses of an archive along, the same again changing nothing, and leads on from them', async () => {
  const line = {
    ...SMALL,
    slug: 'small',
    publishedAt: '2024-01-02T09:00:00.000Z',
    oldUrls: ['https://www.old.example/reports/a.aspx?id=3', '/papers/small/'],
  }

  expect(counts(await desk.bring([line]))).toMatchObject({ created: 1 })
  expect(counts(await desk.bring([line]))).toMatchObject({ unchanged: 1 })
  expect(await ask('/reports/a.aspx?id=3')).toBe('/briefings/small')
  expect(await ask('/reports/a.aspx?id=4')).toBeNull()
  expect(await ask('/reports/a.aspx')).toBeNull()
  expect(await ask('/papers/small')).toBe('/briefings/small')
  expect(await ask('/papers/small/?utm_source=mail')).toBe('/briefings/small')
})

it('refuses an old address that is none, by its place', async () => {
  const report = await desk.bring([{ ...SMALL, oldUrls: ['/fine', 'javascript:alert(1)'] }])

  expect(faults(report)).toEqual([
    '1 oldUrls.1 should be an address or a path, such as /reports/2018/031',
  ])
})
