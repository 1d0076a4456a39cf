import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestPayload, type TestPayload } from '../support/test-payload'

let test: TestPayload
beforeAll(async () => {
  test = await openTestPayload()
})
afterAll(() => test.close())

const council = { name: 'Elm Council', kind: 'council' } as const

const make = (membershipFrom: string, membershipTo: string) =>
  test.payload.create({
    collection: 'organisations',
    overrideAccess: true,
    data: { ...council, slug: crypto.randomUUID(), membershipFrom, membershipTo },
  })

const setLastDay = (id: string, membershipTo: string) =>
  test.payload.update({
    collection: 'organisations',
    id,
    overrideAccess: true,
    data: { membershipTo },
  })

it('keeps of a day picked at the desk the day alone, as it is in London', async () => {
  const { membershipFrom, membershipTo } = await make(
    '2026-04-04T12:00:00.000Z',
    '2027-07-03T23:30:00.000Z',
  )

  expect([membershipFrom, membershipTo]).toEqual([
    '2026-04-04T00:00:00.000Z',
    '2027-07-04T00:00:00.000Z',
  ])
})

it('lets a membership of one day begin and end on it', async () => {
  await expect(make('2026-04-04T12:00:00.000Z', '2026-04-04')).resolves.toBeTruthy()
})

it('takes the noon of an older row for the same day, so that nobody is reminded twice of it', async () => {
  const { id } = await make('2026-04-01', '2027-03-31')
  const noon = '2027-03-31T12:00:00.000Z'
  await test.payload.db.updateOne({
    collection: 'organisations',
    where: { id: { equals: id } },
    data: { membershipTo: noon },
  })

  expect((await setLastDay(id, '2027-03-31')).membershipTo).toBe(noon)
  expect((await setLastDay(id, '2027-04-01')).membershipTo).toBe('2027-04-01T00:00:00.000Z')
})

it('says what is wrong with a day that is none', async () => {
  await expect(make('2026-04-01', 'the last of March')).rejects.toThrow(/Last day of membership/)
})
