import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { moveStage } from '@/briefings/move-stage'
import { deliverMails } from '@/members/mails/deliver-mails'
import type { Staff } from '@/payload-types'
import { tendReviews } from '@/worker/tend-reviews'
import { lexicalBody } from '../support/lexical'
import { openOrganisationStage, type OrganisationStage } from '../support/organisation-stage'

const NOW = new Date('2026-11-27T12:00:00Z')
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const SECRET = 'quokkaprivate'

let stage: OrganisationStage
let officer: Staff
let editors: Staff[]
beforeAll(async () => {
  stage = await openOrganisationStage()
  officer = await person('officer', 'officer')
  editors = [await person('first', 'editor'), await person('second', 'editor')]
  await person('chief', 'administrator')
})
beforeEach(async () => {
  for (const collection of ['briefings', 'account-mails'] as const) {
    await stage.payload.delete({
      collection,
      overrideAccess: true,
      where: { id: { exists: true } },
    })
  }
})
afterAll(() => stage.close())

const person = (name: string, role: Staff['role'], email = `${name}@desk.example`) =>
  stage.payload.create({
    collection: 'staff',
    overrideAccess: true,
    data: { email, name: `The ${name}`, role, password: 'a long enough password' },
  })

const make = async (more: object = {}): Promise<string> => {
  const { id } = await stage.payload.create({
    collection: 'briefings',
    overrideAccess: true,
    data: {
      ...{ title: 'Rents', summary: 'What tenants pay.', type: 'briefing', _status: 'draft' },
      ...{ body: lexicalBody(`A text with ${SECRET}.`), authors: [officer.id], ...more },
    },
  })
  return id
}

const move = (id: string, action: 'submit' | 'ask-changes' | 'approve', staff: Staff, now = NOW) =>
  moveStage({ payload: stage.payload, id, action, staff, note: `Mind ${SECRET}.`, now })

/** What goes out when the worker has looked twice: subjects by who gets them. */
async function sentAt(now: Date): Promise<string[]> {
  const before = stage.sink.accepted.length
  for (let look = 0; look < 2; look += 1) {
    await tendReviews(stage.payload, now)
    await deliverMails(stage.desk, now)
  }
  const sent = stage.sink.accepted.slice(before)
  for (const { parsed } of sent) {
    expect(`${parsed.text ?? ''}${parsed.html || ''}`).not.toContain(SECRET)
  }
  return sent.map(({ to, parsed }) => `${to}: ${parsed.subject ?? ''}`).toSorted()
}

it('tells every other editor once that a review is waited for, and again when it is submitted anew', async () => {
  const id = await make()
  await move(id, 'submit', officer)

  expect(await sentAt(NOW)).toEqual([
    'first@desk.example: For your review: Rents',
    'second@desk.example: For your review: Rents',
  ])
  expect(await sentAt(new Date(NOW.getTime() + DAY))).toEqual([])

  const [first] = editors
  if (!first) throw new Error('There is no editor.')
  const later = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE)
  await move(id, 'ask-changes', first, later(1))
  expect(await sentAt(later(2))).toEqual(['officer@desk.example: Changes asked: Rents'])

  await move(id, 'submit', officer, later(3))
  expect(await sentAt(later(4))).toEqual([
    'first@desk.example: For your review: Rents',
    'second@desk.example: For your review: Rents',
  ])
  await move(id, 'approve', first, later(5))
  expect(await sentAt(later(6))).toEqual(['officer@desk.example: Approved: Rents'])
})

it('does not ask an editor to review what they submitted themselves', async () => {
  const [first] = editors
  if (!first) throw new Error('There is no editor.')
  await move(await make(), 'submit', first)

  expect(await sentAt(NOW)).toEqual(['second@desk.example: For your review: Rents'])
})

it('sends nothing that has become untrue before it went out', async () => {
  const id = await make()
  await move(id, 'submit', officer)
  await tendReviews(stage.payload, NOW)
  await moveStage({ payload: stage.payload, id, action: 'take-back', staff: officer, now: NOW })

  expect(await sentAt(NOW)).toEqual([])
})

it('reminds the authors once when the day of a review has come, and once more of a later day', async () => {
  const published = { _status: 'published', publishedAt: '2024-01-02T09:00:00.000Z' }
  const id = await make({ ...published, reviewBy: '2026-11-28T00:00:00.000Z' })

  expect(await sentAt(NOW)).toEqual([])
  expect(await sentAt(new Date(NOW.getTime() + DAY))).toEqual([
    'officer@desk.example: Due for review: Rents',
  ])
  expect(await sentAt(new Date(NOW.getTime() + 2 * DAY))).toEqual([])

  await stage.payload.update({
    collection: 'briefings',
    id,
    overrideAccess: true,
    data: { _status: 'published', reviewBy: '2026-12-24T00:00:00.000Z' },
  })
  expect(await sentAt(new Date('2026-12-24T08:00:00Z'))).toEqual([
    'officer@desk.example: Due for review: Rents',
  ])
})

it('reminds the editors where no author has an account, and nobody of an archive long overdue', async () => {
  const author = await person('author of old', 'officer', 'old-1234@authors.invalid')
  const published = { _status: 'published', publishedAt: '2024-01-02T09:00:00.000Z' }
  await make({ ...published, authors: [author.id], reviewBy: '2026-11-27T00:00:00.000Z' })
  await make({ ...published, title: 'Old', reviewBy: '2020-01-01T00:00:00.000Z' })

  expect(await sentAt(NOW)).toEqual([
    'first@desk.example: Due for review: Rents',
    'second@desk.example: Due for review: Rents',
  ])
})
