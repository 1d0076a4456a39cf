import { beforeEach, expect, it } from 'vitest'
import type { SearchRequest, Sort } from '@/search/search-request'
import { searchDocument, searchRequest } from '../../support/search-documents'
import type { EngineUnderTest } from '../search-engine.contract'

const crime = { slug: 'crime', name: 'Crime' }
const gangs = { slug: 'gangs', name: 'Gangs' }
const practice = { slug: 'practice', name: 'Ideas in Practice' }

const documents = [
  searchDocument({
    id: 'a',
    title: 'Beta policing',
    topics: [crime],
    authors: ['Crime officer'],
    publishedAt: '2019-03-01T00:00:00.000Z',
    nations: ['england', 'wales'],
    text: 'policing',
  }),
  searchDocument({
    id: 'b',
    title: 'Álpha policing',
    topics: [gangs, crime],
    series: practice,
    publishedAt: '2020-06-30T22:59:00.000Z',
    type: 'update',
    text: 'policing',
  }),
  searchDocument({
    id: 'c',
    title: 'Gamma policing',
    topics: [],
    publishedAt: '2020-07-01T12:00:00.000Z',
    text: 'policing',
  }),
]

/** How readers narrow and order what is found. */
export function narrowingPromises({ engine }: EngineUnderTest): void {
  const search = (rest: Partial<SearchRequest>, typed = 'policing') =>
    engine().search('members', { ...searchRequest(typed), ...rest })
  const found = async (rest: Partial<SearchRequest>, typed?: string) =>
    (await search(rest, typed)).hits.map(({ id }) => id).sort()
  beforeEach(() => engine().put(documents))

  it('takes any of a kind, and all kinds together', async () => {
    expect(await found({ filters: { topic: ['gangs', 'crime'] } })).toEqual(['a', 'b'])
    expect(await found({ filters: { topic: ['crime'], type: ['update'] } })).toEqual(['b'])
    expect(await found({ filters: { author: ['Crime officer'] } })).toEqual(['a'])
    expect(await found({ filters: { series: ['practice'] } })).toEqual(['b'])
    expect(await found({ filters: { nation: ['wales'] } })).toEqual(['a'])
    expect(await found({ filters: { year: ['2020'] } })).toEqual(['b', 'c'])
  })

  it('finds the briefings of a topic under the topic above it', async () => {
    expect(await found({ filters: { topic: ['crime'] } })).toEqual(['a', 'b'])
  })

  it('finds nothing under a name it does not know', async () => {
    expect(await found({ filters: { topic: ['no-such-topic'] } })).toEqual([])
    expect(await found({ filters: { topic: ["x' OR 1=1 --"] } })).toEqual([])
  })

  it('keeps to a range of days, both ends included, as London counts them', async () => {
    expect(await found({ from: '2020-06-30', to: '2020-06-30' })).toEqual(['b'])
    expect(await found({ from: '2020-07-01' })).toEqual(['c'])
    expect(await found({ to: '2019-12-31' })).toEqual(['a'])
  })

  it('counts each kind without its own filter and with the others', async () => {
    const { facets } = await search({ filters: { topic: ['gangs'], year: ['2020'] } })
    expect(facets.topic).toEqual([
      { value: 'crime', label: 'Crime', count: 1 },
      { value: 'gangs', label: 'Gangs', count: 1 },
    ])
    expect(facets.year).toEqual([{ value: '2020', label: '2020', count: 1 }])
    expect(facets.type).toEqual([{ value: 'update', label: 'Update', count: 1 }])
  })

  it('names what was chosen, even where nothing is found under it', async () => {
    const { facets, total } = await search({ filters: { topic: ['gangs'], year: ['2019'] } })
    expect(total).toBe(0)
    expect(facets.topic).toContainEqual({ value: 'gangs', label: 'Gangs', count: 0 })
    expect(facets.year).toContainEqual({ value: '2019', label: '2019', count: 0 })
  })

  it('counts what the words find', async () => {
    const { facets } = await search({}, 'alpha')
    expect(facets.topic.map(({ value }) => value).sort()).toEqual(['crime', 'gangs'])
    expect(facets.series).toEqual([{ value: 'practice', label: 'Ideas in Practice', count: 1 }])
  })

  it.each<[Sort, string[]]>([
    ['newest', ['c', 'b', 'a']],
    ['oldest', ['a', 'b', 'c']],
    ['title', ['b', 'a', 'c']],
  ])('orders by %s', async (sort, ids) => {
    expect((await search({ sort })).hits.map(({ id }) => id)).toEqual(ids)
  })

  it('leafs through pages without losing or repeating a briefing', async () => {
    const pages = await Promise.all(
      [1, 2, 3].map((page) => search({ page, pageSize: 2, sort: 'newest' })),
    )
    expect(pages.map(({ hits }) => hits.map(({ id }) => id))).toEqual([['c', 'b'], ['a'], []])
    expect(pages.map(({ total }) => total)).toEqual([3, 3, 3])
  })

  it('counts up to a thousand and says that there are more', async () => {
    const many = Array.from({ length: 1001 }, (_, n) => searchDocument({ id: `m${n}` }))
    await engine().put(many)
    const answer = await search({}, 'particular')
    expect(answer).toMatchObject({ total: 1000, totalIsMinimum: true })
  })
}
