import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { counts, faults, ImportDesk, RENTS, SMALL, type Line } from '../support/import-desk'

let desk: ImportDesk
beforeAll(async () => {
  desk = await ImportDesk.open()
})
beforeEach(() => desk.empty())
afterAll(() => desk.test.close())

it('refuses a second line for one briefing, and names the first', async () => {
  const report = await desk.bring([
    RENTS,
    { ...SMALL, reference: 'X-1' },
    { ...SMALL, title: 'Rents & repairs' },
    { ...SMALL, slug: 'rents-and-repairs' },
    { ...SMALL, title: 'Else' },
    { ...SMALL, title: 'Else' },
  ])

  expect(faults(report)).toEqual([
    '2 reference is that of line 1 already',
    '3 title is that of line 1 already',
    '4 slug is that of line 1 already',
    '6 title is that of line 5 already',
  ])
  expect(await desk.count('briefings')).toBe(2)
})

it('keeps two briefings of one title apart by their references', async () => {
  const lines = [
    { ...SMALL, title: 'About us', reference: 'A/1' },
    { ...SMALL, title: 'About us', reference: 'A/2', body: 'Another text.' },
  ]

  expect(counts(await desk.bring(lines))).toMatchObject({ created: 2 })
  expect((await desk.all()).map(({ slug }) => slug)).toEqual(['about-us', 'about-us-2'])
  expect(counts(await desk.bring(lines))).toMatchObject({ unchanged: 2 })
})

it('never takes a briefing of another title for its own because their slugs are the same', async () => {
  await desk.bring([{ ...SMALL, title: 'Rents: now' }])

  const second = { ...SMALL, title: 'Rents now' }
  expect(counts(await desk.bring([second]))).toMatchObject({ created: 1 })
  expect(counts(await desk.bring([second]))).toMatchObject({ unchanged: 1 })
  expect((await desk.all()).map(({ title }) => title).toSorted()).toEqual([
    'Rents now',
    'Rents: now',
  ])
})

it('finds a briefing by its slug, and refuses the slug of another', async () => {
  await desk.bring([
    { ...SMALL, reference: 'X-1', slug: 'one' },
    { ...SMALL, title: 'Two', reference: 'X-2', slug: 'two' },
  ])

  expect(counts(await desk.bring([{ ...SMALL, title: 'One anew', slug: 'one' }]))).toMatchObject({
    updated: 1,
  })
  expect(faults(await desk.bring([{ ...SMALL, reference: 'X-1', slug: 'two' }]))).toEqual([
    '1 slug belongs to another briefing, X-2',
  ])
})

it('relates briefings that come later in the file', async () => {
  const lines = [
    { ...SMALL, reference: 'X-1', related: ['X-2'] },
    { ...SMALL, title: 'Two', reference: 'X-2', related: ['X-1'] },
  ]

  expect(counts(await desk.bring(lines))).toMatchObject({ created: 2, invalid: 0 })
  const [one, two] = await desk.all()
  expect([one!.related, two!.related]).toMatchObject([[{ id: two!.id }], [{ id: one!.id }]])
  expect(counts(await desk.bring(lines))).toMatchObject({ unchanged: 2 })
})

it('says so when what a briefing relates to was itself refused', async () => {
  const report = await desk.bring([
    { ...SMALL, reference: 'X-1', related: ['X-2'] },
    { ...SMALL, title: 'Two', reference: 'X-2', body: '<!-- -->' },
  ])

  expect(faults(report)).toEqual([
    '2 body holds no text',
    '1 related names X-2, whose own line was refused',
  ])
})

it('gives an author it does not know a name on the page, and no way to sign in', async () => {
  await desk.bring([RENTS])

  const { docs } = await desk.test.payload.find({
    collection: 'staff',
    overrideAccess: true,
    showHiddenFields: true,
  })
  expect(docs).toMatchObject([{ name: 'Jo Bloggs', slug: 'jo-bloggs', role: 'officer' }])
  expect(docs[0]).not.toHaveProperty('hash', expect.any(String))
  expect(docs[0]!.email).toMatch(/@authors\.invalid$/)
  await expect(
    desk.test.payload.login({
      collection: 'staff',
      data: { email: docs[0]!.email, password: '' },
    }),
  ).rejects.toThrow()

  await desk.bring([{ ...SMALL, authors: ['jo  bloggs'] }])
  expect(await desk.count('staff')).toBe(1)
})

it('joins sources by DOI, else by address, else by title, publisher and year', async () => {
  const of = (source: Line, title: string) => ({ ...SMALL, title, sources: [source] })
  const study = { title: 'A study', publisher: 'P', year: 2017 }
  await desk.bring([
    of({ ...study, doi: '10.1000/182' }, 'One'),
    of({ title: 'Named otherwise', doi: 'https://doi.org/10.1000/182' }, 'Two'),
    of({ title: 'A page', url: 'https://example.org/a' }, 'Three'),
    of({ title: 'The page', url: 'https://example.org/a' }, 'Four'),
    of(study, 'Five'),
    of({ ...study, year: 2018 }, 'Six'),
    of({ ...study, doi: '10.1000/183' }, 'Seven'),
  ])

  const joined = new Map((await desk.all()).map(({ title, sources }) => [title, sources]))
  expect(joined.get('Two')).toEqual(joined.get('One'))
  expect(joined.get('Four')).toEqual(joined.get('Three'))
  expect(joined.get('Five')).toEqual(joined.get('One'))
  expect(await desk.count('sources')).toBe(4)
})
