import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { keepStatistics } from '@/worker/keep-statistics'
import { openTestPayload, type TestPayload } from '../support/test-payload'

type Client = { execute: (sql: string) => Promise<{ rows: { detail: string }[] }> }

let test: TestPayload
beforeAll(async () => {
  test = await openTestPayload()
})
afterAll(() => test.close())

it('keeps a briefing and gives it a reference, a slug and its numbers', async () => {
  const briefing = await test.payload.create({
    collection: 'briefings',
    overrideAccess: true,
    data: {
      title: 'Delivering solutions to tackle homelessness',
      summary: 'What helps.',
      type: 'briefing',
      _status: 'published',
    },
  })

  expect(briefing.reference).toMatch(/^RB-\d{4}-001$/)
  expect(briefing.slug).toBe('delivering-solutions-to-tackle-homelessness')
  expect(briefing.firstPublishedAt).toBe(briefing.publishedAt)
  expect(briefing.readingMinutes).toBe(1)
})

it('makes the next edition of a substantial update, with its note', async () => {
  const { docs } = await test.payload.find({ collection: 'briefings', overrideAccess: true })
  const updated = await test.payload.update({
    collection: 'briefings',
    id: docs[0]!.id,
    overrideAccess: true,
    data: { updateKind: 'substantial', changeNote: 'New figures.', _status: 'published' },
  })

  expect(updated.edition).toBe(2)
  expect(updated.changes).toMatchObject([{ note: 'New figures.', edition: 2 }])
  expect(updated.updateKind).toBe('minor')
})

it('takes an older text back without taking the edition back', async () => {
  const { payload } = test
  const { docs } = await payload.find({ collection: 'briefings', overrideAccess: true })
  const before = docs[0]!
  const versions = await payload.findVersions({
    collection: 'briefings',
    where: { parent: { equals: before.id } },
    sort: 'createdAt',
    overrideAccess: true,
  })
  const first = versions.docs[0]!
  await payload.restoreVersion({ collection: 'briefings', id: first.id, overrideAccess: true })
  const restored = await payload.findByID({
    collection: 'briefings',
    id: before.id,
    overrideAccess: true,
  })

  expect(first.version.edition).toBe(1)
  expect(restored.edition).toBe(2)
  expect(restored.revisedAt).toBe(before.revisedAt)
  expect(restored.firstPublishedAt).toBe(before.firstPublishedAt)
  expect(restored.changes).toMatchObject([{ note: 'New figures.', edition: 2 }])

  const next = await payload.update({
    collection: 'briefings',
    id: before.id,
    overrideAccess: true,
    data: { updateKind: 'substantial', changeNote: 'Newer figures.', _status: 'published' },
  })
  expect(next.edition).toBe(3)
  expect(next.changes?.map(({ edition }) => edition)).toEqual([2, 3])
})

if (inject('database') === 'sqlite') {
  it('reads a few briefings by their ids, however many are published', async () => {
    const { payload } = test
    for (let number = 0; number < 50; number += 1) {
      await payload.db.create({
        collection: 'briefings',
        data: { title: `Of many ${number}`, slug: `of-many-${number}`, _status: 'published' },
      })
    }
    await keepStatistics(payload)
    const { client } = payload.db as unknown as { client: Client }
    const ids = Array.from({ length: 10 }, (_, index) => `'${index}'`).join()
    const { rows } = await client.execute(
      `EXPLAIN QUERY PLAN SELECT title FROM briefings WHERE id IN (${ids}) AND _status = 'published'`,
    )
    expect(rows.map(({ detail }) => detail)).toEqual([expect.stringMatching(/\(id=\?\)/)])
  })
}

describe('what is deleted', () => {
  const data = {
    name: 'Anytown Council',
    kind: 'council',
    membershipFrom: '2020-01-01',
    membershipTo: '2099-12-31',
  } as const

  it('is refused with the reason while others rest on it: an organisation, a source', async () => {
    const { payload } = test
    const organisation = await payload.create({
      collection: 'organisations',
      overrideAccess: true,
      data,
    })
    const member = { name: 'Ana', email: 'ana@example.org', organisation: organisation.id }
    await payload.create({ collection: 'members', overrideAccess: true, data: member })
    const source = await payload.create({
      collection: 'sources',
      overrideAccess: true,
      data: { title: 'A census', type: 'statistics' },
    })
    await payload.create({
      collection: 'briefings',
      overrideAccess: true,
      data: { title: 'Counting', summary: 'How.', type: 'briefing', sources: [source.id] },
    })

    await expect(
      payload.delete({ collection: 'organisations', id: organisation.id, overrideAccess: true }),
    ).rejects.toThrow('This organisation has one member. Move them')
    await expect(
      payload.delete({ collection: 'sources', id: source.id, overrideAccess: true }),
    ).rejects.toThrow('This source is used by “Counting”. Take it out')
  })

  it('takes a member’s subscription and sessions along', async () => {
    const { payload } = test
    const [member] = (await payload.find({ collection: 'members', overrideAccess: true })).docs
    await payload.create({
      collection: 'subscriptions',
      overrideAccess: true,
      data: { member: member!.id, status: 'active' },
    })
    await payload.delete({ collection: 'members', id: member!.id, overrideAccess: true })
    expect((await payload.count({ collection: 'members', overrideAccess: true })).totalDocs).toBe(0)
    const left = await payload.count({ collection: 'subscriptions', overrideAccess: true })
    expect(left.totalDocs).toBe(0)
  })
})
