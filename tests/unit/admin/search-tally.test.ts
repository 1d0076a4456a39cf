import { expect, it } from 'vitest'
import { type LoggedSearch, SearchTally } from '@/admin/searches/tally'

const now = new Date('2026-11-24T12:00:00Z')

function reportOf(days: number, ...searches: Partial<LoggedSearch>[]) {
  const tally = new SearchTally(days, now)
  for (const search of searches) {
    tally.add({ text: 'rent', total: 3, searchedAt: '2026-11-24T09:00:00Z', ...search })
  }
  return tally.report()
}

it('counts what people search for, what finds nothing and what they open', () => {
  const { spans, ...report } = reportOf(
    30,
    { clickedRank: 4 },
    { clickedRank: 1 },
    {},
    { text: 'zero', total: 0 },
    { text: 'zero', total: 2, clickedRank: 2 },
    { text: '', total: 0 },
  )

  expect(report).toEqual({
    searches: 6,
    unfound: 2,
    opened: 3,
    medianRank: 2,
    asked: [
      { text: 'rent', searches: 3, unfound: 0, opened: 2, medianRank: 1 },
      { text: 'zero', searches: 2, unfound: 1, opened: 1, medianRank: 2 },
    ],
    askedInVain: [{ text: 'zero', searches: 2, unfound: 1, opened: 1, medianRank: 2 }],
  })
  expect(spans.at(-1)).toEqual({ from: '2026-11-23', searches: 6, unfound: 2 })
})

it('lists every week of the period, also those without a search', () => {
  const { spans } = reportOf(30, { searchedAt: '2026-11-01T23:59:00Z' })
  expect(spans.map(({ from, searches }) => [from, searches])).toEqual([
    ['2026-10-19', 0],
    ['2026-10-26', 1],
    ['2026-11-02', 0],
    ['2026-11-09', 0],
    ['2026-11-16', 0],
    ['2026-11-23', 0],
  ])
})

it('counts one week by days, as the calendar stands in London', () => {
  const { spans } = reportOf(7, { searchedAt: '2026-11-20T00:30:00Z' })
  expect(spans).toHaveLength(8)
  expect(spans.find(({ searches }) => searches > 0)?.from).toBe('2026-11-20')
})

it('says that nothing was opened where nothing was', () => {
  expect(reportOf(7)).toMatchObject({ searches: 0, opened: 0, medianRank: null, asked: [] })
})
