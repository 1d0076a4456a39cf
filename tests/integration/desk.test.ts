import { afterAll, beforeAll, expect, it } from 'vitest'
import { workFor } from '@/admin/work-for'
import type { Work } from '@/admin/work'
import type { Staff } from '@/payload-types'
import { makeRow } from '../support/access-table/rows'
import { type House, openHouse } from '../support/access-table/house'

const now = new Date('2026-11-23T12:00:00Z')
const PUBLISHED = { _status: 'published', publishedAt: '2026-11-20T09:00:00.000Z' }

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

async function deskOf(role: Staff['role']): Promise<Record<string, string[]>> {
  const staff = await house.payload.findByID({
    collection: 'staff',
    id: house.people[role].id ?? '',
    overrideAccess: true,
  })
  const lists = await workFor({ payload: house.payload, staff, now })
  return Object.fromEntries(
    lists.map(({ title, tasks }: Work) => [title, tasks.map((t) => t.label)]),
  )
}

it('says kindly when nothing waits', async () => {
  expect(await deskOf('officer')).toEqual({
    'Your drafts': [],
    'Your briefings in review': [],
    'Due for review': [],
    'Sources to look at': [],
    'New enquiries': [],
  })
})

it('shows an officer their own drafts, what is due for review, and who wrote', async () => {
  const authors = [house.people.officer.id]
  await makeRow(house, 'briefings', { title: 'Mine', _status: 'draft', authors })
  await makeRow(house, 'briefings', { title: 'Not mine', _status: 'draft', authors: [] })
  await makeRow(house, 'briefings', { ...PUBLISHED, title: 'Due', reviewBy: '2027-01-10' })
  await makeRow(house, 'briefings', { ...PUBLISHED, title: 'Not due', reviewBy: '2027-06-10' })
  await makeRow(house, 'evidence-tasks', { title: 'A dead link' })
  await makeRow(house, 'evidence-tasks', { title: 'Mended', closedAt: now.toISOString() })
  await makeRow(house, 'enquiries', { name: 'New one' })
  await makeRow(house, 'enquiries', { name: 'Old one', state: 'closed' })

  expect(await deskOf('officer')).toEqual({
    'Your drafts': ['Mine'],
    'Your briefings in review': [],
    'Due for review': ['Due'],
    'Sources to look at': ['A dead link'],
    'New enquiries': ['New one'],
  })
})

it('shows an editor what is scheduled and what the next Bulletin will hold', async () => {
  const announced = await makeRow(house, 'briefings', { ...PUBLISHED, title: 'Announced' })
  await makeRow(house, 'bulletin-items', { briefingId: announced, edition: 1 })
  await makeRow(house, 'briefings', { ...PUBLISHED, title: 'Brought along', announceFrom: 2 })
  const later = { _status: 'published', publishedAt: '2026-12-01T09:00:00.000Z' }
  await makeRow(house, 'briefings', { ...later, title: 'Later' })

  const desk = await deskOf('editor')

  expect(desk.Scheduled).toEqual(['Later'])
  expect(desk['In the next Bulletin']?.sort()).toEqual(['Due', 'Not due'])
})

it('shows an administrator whose membership ends soon, to the day', async () => {
  await makeRow(house, 'organisations', { name: 'Ends soon', membershipTo: '2026-12-31' })
  await makeRow(house, 'organisations', { name: 'Ended', membershipTo: '2026-10-31' })

  const desk = await deskOf('administrator')

  expect(desk['Memberships that end soon']).toEqual(['Ends soon'])
  expect(desk['The service']).toEqual(['2 members', 'State of the parts'])
})
