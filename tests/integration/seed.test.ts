import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { tickBulletin } from '@/bulletin/tick-bulletin'
import { makeMailer } from '@/mail/make-mailer'
import { repairTornSaves } from '@/repair/repair-torn-saves'
import { checkedContent } from '../../scripts/seed/check-content'
import { ContentFault } from '../../scripts/seed/read-content'
import { isEmpty, seedDemonstration } from '../../scripts/seed/seed-demonstration'
import { openTestPayload, type TestPayload } from '../support/test-payload'

const FOLDER = path.resolve(import.meta.dirname, '../../demo')
const NOW = new Date('2026-11-23T09:00:00Z')

let test: TestPayload
beforeAll(async () => {
  test = await openTestPayload()
  expect(await isEmpty(test.payload)).toBe(true)
  await seed()
})
afterAll(() => test.close())

const seed = () =>
  seedDemonstration({
    payload: test.payload,
    folder: FOLDER,
    passwordOf: (email) => `a long password of ${email}`,
    now: NOW,
    onProgress: () => undefined,
  })

const COUNTED = [
  'briefings',
  'articles',
  'topics',
  'sources',
  'members',
  'staff',
  'organisations',
  'subscriptions',
  'consent-events',
  'bulletin-issues',
  'bulletin-items',
  'bulletin-deliveries',
  'bulletin-receipts',
] as const

async function counts(): Promise<Record<string, number>> {
  const pairs: [string, number][] = []
  for (const collection of COUNTED) {
    const { totalDocs } = await test.payload.count({ collection, overrideAccess: true })
    pairs.push([collection, totalDocs])
  }
  return Object.fromEntries(pairs)
}

it('makes a service worth looking at', async () => {
  const made = await counts()

  expect(made.briefings).toBeGreaterThanOrEqual(24)
  expect(made.sources).toBeGreaterThanOrEqual(60)
  expect(made).toMatchObject({ members: 12, organisations: 3, 'bulletin-issues': 2 })
  expect(await isEmpty(test.payload)).toBe(false)
})

it('keeps the dates, editions and change notes of what was published long ago', async () => {
  const { docs } = await test.payload.find({
    collection: 'briefings',
    overrideAccess: true,
    depth: 1,
    where: { reference: { equals: 'RB-2018-029' } },
  })

  expect(docs[0]).toMatchObject({
    _status: 'published',
    publishedAt: '2018-10-09T09:00:00.000Z',
    firstPublishedAt: '2018-10-09T09:00:00.000Z',
    edition: 2,
    announceFrom: 3,
    changes: [{ edition: 2 }],
    authors: [{ slug: 'justice-officer' }],
  })
  expect(docs[0]?.related?.length).toBe(3)
  expect(docs[0]?.caseStudyCount).toBe(1)
})

it('adds nothing when it is run again, as after a crash', async () => {
  const before = await counts()

  await seed()

  expect(await counts()).toEqual(before)
})

it('leaves nothing that looks torn', async () => {
  expect(await repairTornSaves(test.payload, 0)).toEqual([])
})

it('mails nobody by itself, and leaves for the next Bulletin what the file names', async () => {
  const mailer = makeMailer(test.settings)
  await tickBulletin({
    payload: test.payload,
    mailer,
    settings: test.settings,
    findsAmong: () => Promise.resolve(() => Promise.resolve([])),
    now: NOW,
  })
  const { docs } = await test.payload.find({
    collection: 'briefings',
    overrideAccess: true,
    depth: 0,
    limit: 0,
    where: { announceFrom: { equals: 1 }, edition: { equals: 1 } },
    sort: 'reference',
  })

  expect(docs.map(({ reference }) => reference)).toEqual(['RB-2026-036', 'RB-2026-037'])
  const { docs: deliveries } = await test.payload.find({
    collection: 'bulletin-deliveries',
    overrideAccess: true,
    limit: 0,
  })
  expect(new Set(deliveries.map(({ state }) => state))).toEqual(new Set(['sent']))
  expect(new Set(deliveries.map(({ issueKey }) => issueKey)).size).toBe(2)
})

it('lists every fault of the content files, naming file and field, and loads nothing', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'signpost-content-'))
  cpSync(FOLDER, folder, { recursive: true })
  writeFileSync(path.join(folder, 'series.yaml'), '- { slug: Not A Slug, name: X }\n')
  writeFileSync(path.join(folder, 'articles/empty.md'), '---\ntitle: Only a title\n---\nText.\n')

  expect(() => checkedContent(folder)).toThrow(ContentFault)
  expect(() => checkedContent(folder)).toThrow(/series\.yaml: 0\.slug[^]*empty\.md: summary/)
  rmSync(folder, { recursive: true })
})
