import { describe, expect, it } from 'vitest'
import { hrefOf, keptBy, narrowingsOf, sortLinks } from '@/app/(site)/briefings/archive-links'
import { dateRangeOf } from '@/app/(site)/briefings/date-links'
import { loosenedSearches } from '@/app/(site)/briefings/loosened-searches'
import { quotedSearch } from '@/components/archive/counted'
import { readSearchParameters } from '@/search/read-search-parameters'
import type { FacetCounts } from '@/search/search-answer'

const search = (address: string) => readSearchParameters(new URLSearchParams(address)).request

const NO_COUNTS: FacetCounts = {
  topic: [],
  series: [],
  type: [],
  nation: [],
  author: [],
  year: [],
}
const counts: FacetCounts = {
  ...NO_COUNTS,
  topic: [{ value: 'housing', label: 'Housing', count: 4 }],
}

const NOW = new Date('2026-11-24T04:00:00Z')

describe('the address of a search', () => {
  it('begins at the first page again when the search changes', () => {
    const request = search('q=homes&topic=housing&page=3')
    expect(hrefOf(request, { sort: 'newest' })).toBe('/briefings?q=homes&topic=housing&sort=newest')
    expect(hrefOf(request, { page: 3 })).toBe('/briefings?q=homes&topic=housing&page=3')
  })

  it('keeps everything a form does not ask for itself', () => {
    expect(keptBy(search('q=homes&topic=housing&topic=crime&from=2019&page=2'), ['q'])).toEqual([
      ['topic', 'housing'],
      ['topic', 'crime'],
      ['from', '2019-01-01'],
    ])
  })

  it('offers the best match only where there are words to match', () => {
    const labels = (address: string) => sortLinks(search(address)).map(({ label }) => label)
    expect(labels('q=homes')).toEqual(['Best match', 'Newest', 'Oldest', 'A to Z'])
    expect(labels('')).toEqual(['Newest', 'Oldest', 'A to Z'])
  })
})

describe('chosen filters', () => {
  it('are named as readers know them, and each can be taken away alone', () => {
    const request = search('q=homes&topic=housing&year=2020&from=2019&to=2020-03-31')
    const links = narrowingsOf(request, counts).map(({ label, without }) => [
      label,
      hrefOf(without),
    ])
    expect(links).toEqual([
      ['Housing', '/briefings?q=homes&year=2020&from=2019-01-01&to=2020-03-31'],
      ['2020', '/briefings?q=homes&topic=housing&from=2019-01-01&to=2020-03-31'],
      ['From 2019', '/briefings?q=homes&topic=housing&year=2020&to=2020-03-31'],
      ['To 31 March 2020', '/briefings?q=homes&topic=housing&year=2020&from=2019-01-01'],
    ])
  })
})

describe('the range of publication', () => {
  it('shows whole years as years and other days as days', () => {
    expect(dateRangeOf(search('from=2019&to=2021-12-31'), NOW)).toMatchObject({
      years: { from: '2019', to: '2021' },
      days: { from: '', to: '' },
      isExact: false,
    })
    expect(dateRangeOf(search('from=2019-04-02'), NOW)).toMatchObject({
      years: { from: '', to: '' },
      days: { from: '2019-04-02', to: '' },
      isExact: true,
    })
  })

  it('counts spans back from today in London, and takes a chosen one away again', () => {
    const [year] = dateRangeOf(search('q=homes&to=2020'), NOW).presets
    expect(year).toEqual({
      label: 'Last 12 months',
      href: '/briefings?q=homes&from=2025-11-24',
      isChosen: false,
    })
    const chosen = dateRangeOf(search('from=2025-11-24'), NOW)
    expect(chosen).toMatchObject({ isExact: false })
    expect(chosen.presets[0]).toMatchObject({ isChosen: true, href: '/briefings' })
    const leapDay = dateRangeOf(search(''), new Date('2028-02-29T12:00:00Z'))
    expect(leapDay.presets[0]?.href).toBe('/briefings?from=2027-03-01')
  })
})

describe('ways out of an empty result', () => {
  it('offer the words without quotation marks, then each filter away, then all', () => {
    const request = search('q="county lines" zebra&topic=housing&year=2011')
    const offered = loosenedSearches(request, narrowingsOf(request, counts))
    expect(offered.map(({ label, request: one }) => [label, hrefOf(one)])).toEqual([
      [
        'search for county lines zebra without quotation marks',
        '/briefings?q=county+lines+zebra&topic=housing&year=2011',
      ],
      ['search without the filter “Housing”', '/briefings?q=%22county+lines%22+zebra&year=2011'],
      ['search without the filter “2011”', '/briefings?q=%22county+lines%22+zebra&topic=housing'],
      ['search without any filter', '/briefings?q=%22county+lines%22+zebra'],
    ])
  })

  it('say nothing where there is nothing to leave out', () => {
    expect(loosenedSearches(search('q=zebra'), [])).toEqual([])
  })
})

it.each([
  ['housing', '“housing”'],
  ['"county lines" kent', '“county lines” kent'],
])('sets %s in proper quotation marks', (typed, shown) => {
  expect(quotedSearch(typed)).toBe(shown)
})
