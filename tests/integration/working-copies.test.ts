import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { dropWork, forgetOldWork, keepWork, readKeptWork } from '@/briefings/working-copies'
import type { Briefing, Staff } from '@/payload-types'
import { openHouse } from '../support/access-table/house'
import { makeRow } from '../support/access-table/rows'
import { type StageHouse, withPersons } from '../support/stage-table'

const NOW = new Date('2026-11-23T12:00:00Z')
const UNSAVED = 'new-0190a0a0-0000-7000-8000-000000000001'

let house: StageHouse
let officer: Staff
let headers: Record<string, string>
let id: string

beforeAll(async () => {
  house = await withPersons(await openHouse())
  ;({ staff: officer, headers } = house.persons['own officer'])
})
afterAll(() => house.close())
beforeEach(async () => {
  id = await makeRow(house, 'briefings', { _status: 'draft' })
})

const keep = (document: string, title: string, now = NOW, staff = officer) =>
  keepWork(house.payload, { staff, document, startedFrom: null, content: { title }, now })

const keptBy = async (staff: Staff, document: string | null) =>
  (await readKeptWork(house.payload, staff.id, document))?.content.title ?? null

const send = async (method: string, path: string, body: object) => {
  const answer = await house.rest(
    new Request(`http://localhost:3000/api/${path}`, {
      method,
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  )
  return {
    status: answer.status,
    body: (await answer.json()) as {
      doc?: Briefing & { openedOn?: string }
      errors?: { message: string }[]
    },
  }
}

const open = async () => {
  const answer = await house.rest(
    new Request(`http://localhost:3000/api/briefings/${id}?draft=true&depth=0`, { headers }),
  )
  return (await answer.json()) as { openedOn: string; title: string }
}

it('keeps the last of what somebody typed, once, and shows it to nobody else', async () => {
  for (const title of ['One', 'Two', 'Three']) expect(await keep(id, title)).toBe('kept')

  expect(await keptBy(officer, id)).toBe('Three')
  expect(await keptBy(house.persons['other editor'].staff, id)).toBeNull()
  const { totalDocs } = await house.payload.count({
    collection: 'working-copies',
    where: { document: { equals: id } },
    overrideAccess: true,
  })
  expect(totalDocs).toBe(1)
})

it('keeps one row of twenty that arrive at once', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, count) => keep(id, `Version ${count}`)),
  )

  expect(new Set(outcomes)).toEqual(new Set(['kept']))
  expect(await keptBy(officer, id)).toMatch(/^Version \d+$/)
})

it('changes nothing of the briefing, its history or its search by keeping', async () => {
  const before = await open()
  await keep(id, 'Typed')

  expect(await open()).toEqual(before)
})

it('keeps nothing for a briefing that is not there', async () => {
  expect(await keep('0190a0a0-0000-7000-8000-00000000dead', 'Lost')).toBe('gone')
})

it('offers the briefing begun last and never saved', async () => {
  await keep(UNSAVED, 'Begun')
  await keep(UNSAVED.replace(/1$/, '2'), 'Begun later', new Date(NOW.getTime() + 1000))
  await keep(id, 'Of another')

  expect(await keptBy(officer, null)).toBe('Begun later')
  await dropWork(house.payload, officer.id, UNSAVED.replace(/1$/, '2'))
  expect(await keptBy(officer, null)).toBe('Begun')
})

it('forgets what was typed once it is saved, and what others typed it leaves', async () => {
  const { staff: other } = house.persons['other officer']
  await keep(id, 'Typed')
  await keep(id, 'Typed by another', NOW, other)

  const { openedOn } = await open()
  const saved = await send('PATCH', `briefings/${id}?draft=true`, {
    title: 'Typed',
    openedOn,
    keptAs: id,
  })

  expect(saved.status).toBe(200)
  expect(await keptBy(officer, id)).toBeNull()
  expect(await keptBy(other, id)).toBe('Typed by another')
})

it('keeps what was typed where the save is refused', async () => {
  await keep(id, 'x'.repeat(201))

  const { openedOn } = await open()
  const saved = await send('PATCH', `briefings/${id}`, {
    title: 'x'.repeat(201),
    openedOn,
    keptAs: id,
  })

  expect(saved.status).toBe(400)
  expect(await keptBy(officer, id)).toBe('x'.repeat(201))
})

it('forgets what was kept of a new briefing when it is first saved', async () => {
  await keep(UNSAVED, 'First of all')

  const saved = await send('POST', 'briefings?draft=true', {
    title: 'First of all',
    keptAs: UNSAVED,
  })

  expect(saved.status).toBe(201)
  expect(await keptBy(officer, UNSAVED)).toBeNull()
})

it('refuses to save a page over what was saved after it was opened, and says what to do', async () => {
  const { openedOn } = await open()
  const first = await send('PATCH', `briefings/${id}?draft=true`, { title: 'First', openedOn })
  const second = await send('PATCH', `briefings/${id}?draft=true`, { title: 'Second', openedOn })

  expect(first.status).toBe(200)
  expect(second.status).toBe(409)
  expect(second.body.errors?.[0]?.message).toMatch(/saved by somebody else.*reload the page/i)
  expect((await open()).title).toBe('First')
})

it('saves again and again from one page, by what each save answers', async () => {
  let { openedOn } = await open()
  for (const title of ['One', 'Two', 'Three']) {
    const saved = await send('PATCH', `briefings/${id}?draft=true`, { title, openedOn })
    expect(saved.status).toBe(200)
    openedOn = saved.body.doc?.openedOn ?? ''
  }

  expect(await open()).toMatchObject({ title: 'Three', openedOn })
})

it('lets what does not say what it was opened on pass', async () => {
  const saved = await send('PATCH', `briefings/${id}?draft=true`, { title: 'From a script' })

  expect(saved.status).toBe(200)
})

it('forgets what nobody came back for within thirty days', async () => {
  await keep(id, 'Old')
  await forgetOldWork(house.payload, new Date('2026-12-23T11:59:00Z'))
  expect(await keptBy(officer, id)).toBe('Old')

  await forgetOldWork(house.payload, new Date('2026-12-23T12:01:00Z'))
  expect(await keptBy(officer, id)).toBeNull()
})

it('forgets what was typed into a briefing that is deleted', async () => {
  await keep(id, 'Typed')
  await house.payload.delete({ collection: 'briefings', id, overrideAccess: true })

  expect(await keptBy(officer, id)).toBeNull()
})
