import type { PayloadRequest } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readForReview } from '@/admin/review/read-for-review'
import { compareVersions } from '@/briefings/compare-versions'
import { previewBriefing } from '@/briefings/preview-briefing'
import { openHouse } from '../support/access-table/house'
import { makeRow } from '../support/access-table/rows'
import { lexicalBody } from '../support/lexical'
import { NOW, type StageHouse, withPersons } from '../support/stage-table'

let house: StageHouse
beforeAll(async () => {
  house = await withPersons(await openHouse())
})
afterAll(() => house.close())

const save = (id: string, data: object) =>
  house.payload.update({
    collection: 'briefings',
    id,
    draft: true,
    overrideAccess: true,
    data,
  })

describe('a comparison of versions', () => {
  const compare = (briefingId: string, from = '', to = '') =>
    compareVersions({
      payload: house.payload,
      briefingId,
      from,
      to,
      staff: house.persons['own officer'].staff,
    })

  it('is of the two newest unless others are asked for, in whatever order, and of this briefing alone', async () => {
    const id = await makeRow(house, 'briefings', { title: 'One', body: lexicalBody('Damp homes.') })
    await save(id, { title: 'Two' })
    await save(id, { title: 'Three', body: lexicalBody('Damp and cold homes.') })
    const other = await compare(await makeRow(house, 'briefings'))
    const newest = await compare(id)
    const [three, , one] = newest?.versions ?? []
    const wide = await compare(id, three?.id, one?.id)
    const titles = (found: typeof newest) =>
      found?.parts[0]?.lines.flatMap(({ parts }) => parts.map(({ text }) => text))

    expect(other).toBeNull()
    expect(titles(newest)).toEqual(['Two', 'Three'])
    expect(titles(wide)).toEqual(['One', 'Three'])
    expect(wide?.parts[3]?.lines[0]?.parts).toEqual([
      { text: 'Damp ', change: 'same' },
      { text: 'and cold ', change: 'added' },
      { text: 'homes.', change: 'same' },
    ])
  })

  it('names the sources of both', async () => {
    const source = await makeRow(house, 'sources', { title: 'The damp report' })
    const id = await makeRow(house, 'briefings')
    await save(id, { sources: [source] })

    expect((await compare(id))?.parts.at(-1)).toEqual({
      title: 'Sources',
      lines: [
        {
          kind: 'text',
          change: 'added',
          parts: [{ text: 'The damp report', change: 'added' }],
        },
      ],
    })
  })
})

describe('a preview', () => {
  const preview = (id: string) =>
    previewBriefing({
      payload: house.payload,
      id,
      staff: house.persons['own officer'].staff,
      now: NOW,
    })

  it('shows what was saved last, whole for a member and the public part for a visitor', async () => {
    const id = await makeRow(house, 'briefings', {
      _status: 'published',
      publishedAt: '2024-01-02T09:00:00.000Z',
      title: 'As readers have it',
    })
    await save(id, { title: 'As it will be', body: lexicalBody('Member text.') })
    const shown = await preview(id)

    expect(shown?.full).toMatchObject({ title: 'As it will be', isPublished: false })
    expect(JSON.stringify(shown?.full.body)).toContain('Member text.')
    expect(shown?.teaser.title).toBe('As it will be')
    expect(JSON.stringify(shown?.teaser)).not.toContain('Member text.')
  })

  it('relates to what readers have, and not to other drafts', async () => {
    const known = await makeRow(house, 'briefings', {
      _status: 'published',
      publishedAt: '2024-01-02T09:00:00.000Z',
    })
    const draft = await makeRow(house, 'briefings')
    const id = await makeRow(house, 'briefings', { related: [draft, known] })

    expect((await preview(id))?.full.related.map((one) => one.id)).toEqual([known])
  })

  it('is of nothing where there is no such briefing', async () => {
    expect(await preview('00000000-0000-7000-8000-000000000000')).toBeNull()
  })
})

describe('the review beside the text, drawn again after a save', () => {
  const asks = (user: object | null, id: unknown) =>
    readForReview(house.payload, user as PayloadRequest['user'], id)

  it('is for staff alone, of a briefing that is there', async () => {
    const id = await makeRow(house, 'briefings', { title: 'Before' })
    await save(id, { title: 'Saved last' })
    const { staff } = house.persons['own officer']
    const { member } = house.people

    expect((await asks(staff, id))?.briefing.title).toBe('Saved last')
    expect(await asks(staff, '00000000-0000-7000-8000-000000000000')).toBeNull()
    expect(await asks(staff, { contains: '' })).toBeNull()
    expect(await asks({ ...staff, hasLeft: true }, id)).toBeNull()
    expect(await asks(member.door === 'local' ? member.user : null, id)).toBeNull()
    expect(await asks(null, id)).toBeNull()
  })
})
