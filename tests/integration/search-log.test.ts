import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { visitor } from '@/access/viewer'
import type { SearchLog } from '@/payload-types'
import { forgetSearches } from '@/search/forget-searches'
import { entryOf, logClick, logSearch } from '@/search/log-search'
import { searchRequest } from '../support/search-documents'
import { openTestPayload, type TestPayload } from '../support/test-payload'

const now = new Date('2026-11-24T12:00:00Z')
const DAY = 24 * 60 * 60 * 1000

let test: TestPayload
beforeAll(async () => {
  test = await openTestPayload()
})
afterAll(() => test.close())
beforeEach(() => test.payload.delete({ collection: 'search-log', where: {}, overrideAccess: true }))

const rows = async (): Promise<SearchLog[]> =>
  (await test.payload.find({ collection: 'search-log', pagination: false, overrideAccess: true }))
    .docs

async function log(text: string, at = now): Promise<string> {
  const entry = entryOf({ request: searchRequest(text), total: 4, viewer: visitor, now: at })
  if (!entry) throw new Error('Nothing to log')
  await logSearch(test.payload, entry)
  return entry.key
}

describe('a click', () => {
  it('is noted once: the first counts', async () => {
    const key = await log('rent')
    await log('rent')

    await logClick(test.payload, { key, rank: 3, briefingId: 'b3' })
    await logClick(test.payload, { key, rank: 1, briefingId: 'b1' })

    expect((await rows()).map((row) => [row.key === key, row.clickedRank ?? null])).toEqual(
      expect.arrayContaining([
        [true, 3],
        [false, null],
      ]),
    )
    expect((await rows()).find((row) => row.key === key)?.clickedBriefingId).toBe('b3')
  })

  it('on a search that is not in the log changes nothing', async () => {
    await log('rent')
    await logClick(test.payload, { key: 'x'.repeat(24), rank: 1, briefingId: 'b1' })
    expect((await rows())[0]?.clickedRank ?? null).toBeNull()
  })
})

describe('the log', () => {
  it('forgets what is older than it may be kept, however much, and nothing newer', async () => {
    const old = new Date(now.getTime() - 90 * DAY)
    for (let index = 0; index < 1003; index += 1) {
      await test.payload.db.create({
        collection: 'search-log',
        data: {
          key: `old-${String(index)}`,
          text: 'rent',
          total: 1,
          viewerClass: 'visitor',
          searchedAt: old.toISOString(),
        },
      })
    }
    await log('kept', new Date(old.getTime() + 1))

    expect(await forgetSearches({ payload: test.payload, logDays: 90, now })).toBe(1003)
    expect((await rows()).map(({ text }) => text)).toEqual(['kept'])
    expect(await forgetSearches({ payload: test.payload, logDays: 90, now })).toBe(0)
  })

  it('is emptied where none may be kept', async () => {
    await log('rent')
    await forgetSearches({ payload: test.payload, logDays: 0, now })
    expect(await rows()).toEqual([])
  })
})
