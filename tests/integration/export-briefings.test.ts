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

const readable = ({ title, summary, edition, changes, publishedAt, _status }: Briefing) => ({
  title,
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
