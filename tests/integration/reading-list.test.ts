import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { memberViewer } from '@/access/viewer'
import type { Briefing, Member } from '@/payload-types'
import {
  clearHistory,
  forgetRead,
  MOST_REMEMBERED,
  noteRead,
  recentlyRead,
} from '@/reading/reading-history'
import {
  addToReadingList,
  isOnReadingList,
  readingListOf,
  removeFromReadingList,
} from '@/reading/reading-list'
import { addMember, makeBulletinWorld, publishBriefing } from '../support/bulletin-world'
import { openTestPayload, type TestPayload } from '../support/test-payload'

const START = Date.now()
const minute = (n: number) => new Date(START + n * 60_000)

let test: TestPayload
let ana: Member
let ben: Member
let rents: Briefing
let lines: Briefing
let draft: Briefing
beforeAll(async () => {
  test = await openTestPayload()
  const { council } = await makeBulletinWorld(test.payload)
  ana = await addMember(test.payload, 'ana', council)
  ben = await addMember(test.payload, 'ben', council)
  rents = await publishBriefing(test.payload, { title: 'Rents rising' })
  lines = await publishBriefing(test.payload, { title: 'County lines' })
  draft = await publishBriefing(test.payload, { title: 'Not yet', _status: 'draft' })
})
afterAll(() => test.close())
beforeEach(async () => {
  await test.payload.db.deleteMany({ collection: 'reading-list', where: {} })
  await test.payload.db.deleteMany({ collection: 'reading-history', where: {} })
})

const own = (member: Member) => ({ payload: test.payload, memberId: member.id })
const reader = (member: Member, now = minute(60)) => ({
  ...own(member),
  viewer: memberViewer(member, now),
  now,
})
const add = (member: Member, { id }: Briefing, now: Date) =>
  addToReadingList({ ...reader(member, now), briefingId: id })
const titlesOn = async (member: Member) =>
  (await readingListOf(reader(member))).briefings.map(({ title }) => title)
const read = (member: Member, briefingId: string, now: Date) =>
  noteRead({ ...own(member), briefingId, now })
const recent = async (member: Member) =>
  (await recentlyRead(reader(member))).map(({ title }) => title)

it('lists what a member saved, the latest first, once each, for that member alone', async () => {
  await add(ana, rents, minute(1))
  await add(ana, lines, minute(2))
  await Promise.all([add(ana, rents, minute(3)), add(ana, rents, minute(3))])

  expect(await titlesOn(ana)).toEqual(['County lines', 'Rents rising'])
  expect(await titlesOn(ben)).toEqual([])
  expect(await isOnReadingList({ ...own(ben), briefingId: rents.id })).toBe(false)
})

it('takes off a member’s own list, and never another’s', async () => {
  await add(ana, rents, minute(1))
  await removeFromReadingList({ ...own(ben), briefingId: rents.id })
  expect(await titlesOn(ana)).toEqual(['Rents rising'])

  await removeFromReadingList({ ...own(ana), briefingId: rents.id })
  await removeFromReadingList({ ...own(ana), briefingId: rents.id })
  expect(await titlesOn(ana)).toEqual([])
})

it('knows nothing of drafts and of ids that are none', async () => {
  expect(await add(ana, draft, minute(1))).toBe('unknown')
  expect(
    await addToReadingList({ ...reader(ana), briefingId: 'nonsense' }).catch(() => 'threw'),
  ).toBe('unknown')
  expect(await titlesOn(ana)).toEqual([])
})

it('names nothing that was withdrawn since, and says that something is gone', async () => {
  const gone = await publishBriefing(test.payload, { title: 'Taken back' })
  await add(ana, gone, minute(1))
  await add(ana, rents, minute(2))
  await test.payload.update({
    collection: 'briefings',
    id: gone.id,
    overrideAccess: true,
    data: { _status: 'draft' },
  })

  expect(await titlesOn(ana)).toEqual(['Rents rising'])
  expect((await readingListOf(reader(ana))).gone).toBe(1)
})

it('remembers the last reading of a briefing, in one row, for its reader alone', async () => {
  await read(ana, rents.id, minute(1))
  await read(ana, lines.id, minute(2))
  await Promise.all([read(ana, rents.id, minute(3)), read(ana, rents.id, minute(3))])

  expect(await recent(ana)).toEqual(['Rents rising', 'County lines'])
  expect(await recent(ben)).toEqual([])
  await forgetRead({ ...own(ben), briefingId: rents.id })
  await clearHistory(own(ben))
  expect(await recent(ana)).toHaveLength(2)

  await forgetRead({ ...own(ana), briefingId: rents.id })
  expect(await recent(ana)).toEqual(['County lines'])
  await clearHistory(own(ana))
  expect(await recent(ana)).toEqual([])
})

it('forgets the oldest beyond a hundred', async () => {
  for (let n = 0; n <= MOST_REMEMBERED; n += 1) await read(ana, `briefing-${n}`, minute(n))
  const { docs } = await test.payload.find({
    collection: 'reading-history',
    overrideAccess: true,
    sort: 'readAt',
    pagination: false,
  })

  expect(docs).toHaveLength(MOST_REMEMBERED)
  expect(docs[0]?.briefingId).toBe('briefing-1')
})
