import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { exportBriefings } from '@/exchange/export-briefings'
import type { Briefing } from '@/payload-types'
import { seedDemonstration } from '../../scripts/seed/seed-demonstration'
import { counts, faults, ImportDesk, type Line, SMALL } from '../support/import-desk'

const FOLDER = path.resolve(import.meta.dirname, '../../demo')

let desk: ImportDesk
let elsewhere: ImportDesk
beforeAll(async () => {
  desk = await ImportDesk.open()
  await seedDemonstration({
    payload: desk.test.payload,
    folder: FOLDER,
    passwordOf: (email) => `a long password of ${email}`,
    now: new Date('2026-11-23T09:00:00Z'),
    onProgress: () => undefined,
  })
  await desk.bring([{ ...SMALL, reference: 'DRAFT-1', status: 'draft', summary: null }])
  await desk.bring([
    {
      ...SMALL,
      reference: 'OLD-1',
      title: 'An older one',
      slug: 'an-older-one',
      stage: 'superseded',
      reason: 'Its law was repealed.',
      replacedBy: 'OLD-3',
    },
    {
      ...SMALL,
      reference: 'OLD-2',
      title: 'A wrong one',
      slug: 'a-wrong-one',
      status: 'draft',
      publishedAt: '2020-01-02',
      stage: 'withdrawn',
      reason: 'Its figures were wrong.',
      sources: [
        {
          title: 'A source with everything',
          archivedUrl: 'https://archive.example/copy',
          geography: 'Wales',
          standing: 'withdrawn',
          note: 'Seen in print.',
          accessed: '2026-01-05',
        },
      ],
    },
    { ...SMALL, reference: 'OLD-3', title: 'The newest one', slug: 'the-newest-one' },
  ])
})
afterAll(async () => {
  await desk.test.close()
  await elsewhere.test.close()
})

async function exported(from: ImportDesk): Promise<string[]> {
  const lines: string[] = []
  for await (const one of exportBriefings(from.test.payload, () => undefined)) {
    if (one.kind === 'written') lines.push(one.line)
  }
  return lines
}

it('writes every briefing, drafts too, so that importing the file where it came from changes nothing', async () => {
  const lines = await exported(desk)
  const before = [await desk.all(), await desk.versions(), await desk.count('sources')]

  const report = await desk.bring(lines)

  expect(faults(report)).toEqual([])
  expect(counts(report)).toEqual({ created: 0, updated: 0, unchanged: lines.length, invalid: 0 })
  expect(lines.length).toBe(before[0] instanceof Array ? before[0].length : 0)
  expect([await desk.all(), await desk.versions(), await desk.count('sources')]).toEqual(before)
})

const read = (line: string) => JSON.parse(line) as Line

const readable = ({
  title,
  summary,
  edition,
  changes,
  publishedAt,
  _status,
  ending,
  endingReason,
  firstPublishedAt,
}: Briefing) => ({
  title,
  ending: ending ?? null,
  endingReason: endingReason ?? null,
  wasPublished: Boolean(firstPublishedAt),
  summary,
  edition,
  changes: (changes ?? []).map(({ note, date }) => [note, date]),
  publishedAt: publishedAt ?? null,
  _status,
})

it('carries every briefing into an empty database, its citations, case studies and relations whole', async () => {
  const lines = await exported(desk)
  elsewhere = await ImportDesk.open()

  const report = await elsewhere.bring(lines)

  expect(faults(report)).toEqual([])
  expect(counts(report)).toMatchObject({ created: lines.length, invalid: 0 })
  expect((await elsewhere.all()).map(readable)).toEqual((await desk.all()).map(readable))
  const again = await exported(elsewhere)
  expect(
    again.filter((line, index) => !isDeepStrictEqual(read(line), read(lines[index]!))),
  ).toEqual([])
})

it('leaves out what is changed and not yet published', async () => {
  const published = (await desk.all()).find(({ _status }) => _status === 'published')
  await desk.test.payload.update({
    collection: 'briefings',
    id: published!.id,
    overrideAccess: true,
    draft: true,
    data: { title: 'Not yet for readers' },
  })

  const lines = await exported(desk)

  expect(lines.join('\n')).not.toContain('Not yet for readers')
  expect(counts(await desk.bring(lines))).toMatchObject({ unchanged: lines.length, invalid: 0 })
})

it('keeps what briefings ended with, and all that is known of their sources', async () => {
  const stages = (await exported(elsewhere))
    .map(read)
    .filter(({ stage }) => stage)
    .map(({ reference, stage, reason, replacedBy, sources }) => [
      [reference, stage, reason, replacedBy],
      sources,
    ])

  expect(stages).toEqual([
    [['OLD-1', 'superseded', 'Its law was repealed.', 'OLD-3'], []],
    [
      ['OLD-2', 'withdrawn', 'Its figures were wrong.', null],
      [
        expect.objectContaining({
          title: 'A source with everything',
          archivedUrl: 'https://archive.example/copy',
          geography: 'Wales',
          standing: 'withdrawn',
          note: 'Seen in print.',
          accessed: '2026-01-05T00:00:00.000Z',
        }),
      ],
    ],
  ])
})
