import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Member, Organisation } from '@/payload-types'
import {
  deleteSearch,
  keepSearch,
  listSavedSearches,
  MOST_SEARCHES,
  pauseSearch,
  renameSearch,
  restoreSearch,
  resumeSearch,
} from '@/reading/saved-searches'
import { addMember, makeBulletinWorld } from '../support/bulletin-world'
import { openTestPayload, type TestPayload } from '../support/test-payload'

const NOW = new Date('2026-11-20T09:00:00.000Z')
const LATER = new Date('2026-11-25T09:00:00.000Z')

let test: TestPayload
let council: Organisation
let ana: Member
let ben: Member
beforeAll(async () => {
  test = await openTestPayload()
  council = (await makeBulletinWorld(test.payload)).council
  ana = await addMember(test.payload, 'ana', council)
  ben = await addMember(test.payload, 'ben', council)
})
afterAll(() => test.close())
beforeEach(() => test.payload.db.deleteMany({ collection: 'saved-searches', where: {} }))

const own = (member: Member) => ({ payload: test.payload, memberId: member.id })

const keep = (member: Member, parameters: string, name = 'Rents') =>
  keepSearch({ ...own(member), parameters, name, now: NOW })

async function kept(member: Member, parameters: string, name?: string) {
  const answer = await keep(member, parameters, name)
  if (answer.kind === 'faulty') throw new Error(answer.fault)
  return answer.search
}

const namesOf = async (member: Member) =>
  (await listSavedSearches(own(member))).map(({ name }) => name)

it('keeps a search once, however its address was put together', async () => {
  const addresses = [
    'q=county+lines&topic=housing&topic=crime',
    'topic=crime&page=3&sort=oldest&q=%20county%20%20lines&topic=housing&unknown=1',
  ]
  const first = await keep(ana, addresses[0]!)
  const second = await keep(ana, addresses[1]!, 'Another name')

  expect(first.kind).toBe('kept')
  expect(second).toMatchObject({ kind: 'kept-before', search: { name: 'Rents' } })
  expect(await listSavedSearches(own(ana))).toEqual([
    {
      id: expect.any(String) as string,
      name: 'Rents',
      parameters: 'q=county+lines&topic=crime&topic=housing',
      isPaused: false,
      since: NOW.toISOString(),
    },
  ])
})

it('keeps one row when a button is pressed many times at once', async () => {
  const answers = await Promise.all(Array.from({ length: 5 }, () => keep(ana, 'q=rents')))

  expect(answers.map(({ kind }) => kind)).not.toContain('faulty')
  expect(await namesOf(ana)).toEqual(['Rents'])
})

it('lets two members keep the same search, and neither see, change or delete the other’s', async () => {
  const hers = await kept(ana, 'q=rents', 'Hers')
  await kept(ben, 'q=rents', 'His')
  const asBen = { ...own(ben), id: hers.id }

  expect(await renameSearch({ ...asBen, name: 'Mine now' })).toEqual({ kind: 'unknown' })
  expect(await pauseSearch(asBen)).toEqual({ kind: 'unknown' })
  expect(await resumeSearch({ ...asBen, now: LATER })).toEqual({ kind: 'unknown' })
  expect(await deleteSearch(asBen)).toBeNull()
  expect(await renameSearch({ ...own(ben), id: 'nonsense', name: 'X' })).toEqual({
    kind: 'unknown',
  })
  expect(await listSavedSearches(own(ana))).toEqual([hers])
  expect(await namesOf(ben)).toEqual(['His'])
})

it('says in words why it cannot keep a search', async () => {
  expect(await keep(ana, 'sort=newest&page=2')).toMatchObject({
    fault: expect.stringContaining('Search for something') as string,
  })
  expect(await keep(ana, 'q=rents', ' \u200b ')).toMatchObject({
    fault: expect.stringContaining('a name') as string,
  })
  expect(await keep(ana, 'q=rents', 'x'.repeat(121))).toMatchObject({
    fault: expect.stringContaining('120 characters') as string,
  })
  expect(await namesOf(ana)).toEqual([])
})

it('keeps fifty searches for a member and says so before a further one', async () => {
  for (let n = 1; n <= MOST_SEARCHES; n += 1) await kept(ana, `q=rents${n}`)

  expect(await keep(ana, 'q=one+more')).toMatchObject({
    fault: expect.stringContaining('50 searches') as string,
  })
  expect((await keep(ben, 'q=one+more')).kind).toBe('kept')
})

it('renames without forgetting since when finds are new', async () => {
  const { id } = await kept(ana, 'q=rents')
  await renameSearch({ ...own(ana), id, name: '  Rents \n in Wales ' })

  expect(await listSavedSearches(own(ana))).toMatchObject([
    { name: 'Rents in Wales', since: NOW.toISOString() },
  ])
  expect(await renameSearch({ ...own(ana), id, name: ' ' })).toMatchObject({ kind: 'faulty' })
})

it('rests while paused, and counts as new what comes after it is resumed', async () => {
  const { id } = await kept(ana, 'q=rents')
  await pauseSearch({ ...own(ana), id })
  expect(await listSavedSearches(own(ana))).toMatchObject([{ isPaused: true }])

  await resumeSearch({ ...own(ana), id, now: LATER })
  await resumeSearch({ ...own(ana), id, now: new Date(LATER.getTime() + 1000) })
  expect(await listSavedSearches(own(ana))).toMatchObject([
    { isPaused: false, since: LATER.toISOString() },
  ])
})

it('deletes, and gives back what was deleted as it was', async () => {
  const search = await kept(ana, 'q=rents')
  await pauseSearch({ ...own(ana), id: search.id })
  const deleted = await deleteSearch({ ...own(ana), id: search.id })
  expect(await namesOf(ana)).toEqual([])

  await restoreSearch({ ...own(ana), deleted: deleted!, now: LATER })
  await restoreSearch({ ...own(ana), deleted: deleted!, now: LATER })
  expect(await listSavedSearches(own(ana))).toMatchObject([
    { name: 'Rents', parameters: 'q=rents', isPaused: true, since: NOW.toISOString() },
  ])
})

it('deletes with a member what they kept', async () => {
  const cai = await addMember(test.payload, 'cai', council)
  await kept(cai, 'q=rents')
  await test.payload.delete({ collection: 'members', id: cai.id, overrideAccess: true })

  expect(await listSavedSearches(own(cai))).toEqual([])
})
