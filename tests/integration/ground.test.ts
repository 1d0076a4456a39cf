import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestPayload, type TestPayload } from '../support/test-payload'

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
