import { expect, it } from 'vitest'
import { readSearchParameters, toSearchParameters } from '@/search/read-search-parameters'

const read = (address: string) => readSearchParameters(new URLSearchParams(address))

it('reads every part of a search from its address', () => {
  const { request, faults } = read(
    'q=county+lines&topic=crime&topic=housing&year=2020&nation=wales&type=update&author=An+officer' +
      '&from=2020-01-01&to=2020-12-31&sort=oldest&page=2&pageSize=50',
  )
  expect(faults).toEqual([])
  expect(request).toMatchObject({
    query: { text: 'county lines' },
    filters: {
      topic: ['crime', 'housing'],
      year: ['2020'],
      nation: ['wales'],
      type: ['update'],
      author: ['An officer'],
    },
    from: '2020-01-01',
    to: '2020-12-31',
    sort: 'oldest',
    page: 2,
    pageSize: 50,
  })
})

it('asks for the first ten by relevance where nothing is said', () => {
  expect(read('').request).toMatchObject({
    filters: {},
    from: null,
    to: null,
    sort: 'relevance',
    page: 1,
    pageSize: 10,
  })
})

it.each([
  'pageSize=51',
  'pageSize=0',
  'page=0',
  'page=-1',
  'page=1e9',
  'page=one',
  'sort=rank',
  'type=memo',
  'nation=france',
  'year=20',
  'from=yesterday',
  'to=2020-02-30',
])('names what is wrong with %s, and leaves it out', (address) => {
  const { request, faults } = read(address)
  expect(faults).toHaveLength(1)
  expect(faults[0]).toContain(address.split('=')[0])
  expect(toSearchParameters(request).toString()).toBe('')
})

it('lets a slug it does not know pass: it finds nothing', () => {
  expect(read('topic=no-such-topic&series=__proto__').faults).toEqual([])
})

it('gives a search back the address it came from', () => {
  const address = 'q=%22right+to+buy%22&topic=a&topic=b&series=s&from=2020-01-01&sort=title&page=3'
  expect(toSearchParameters(read(address).request).toString()).toBe(address)
})

it('takes a year for the whole of it, at either end of a range', () => {
  expect(read('from=2019&to=2021').request).toMatchObject({ from: '2019-01-01', to: '2021-12-31' })
})
