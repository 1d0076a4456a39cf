import type { Payload } from 'payload'
import { expect, it } from 'vitest'
import { unanswerableCondition } from '@/app/answerable-filter'

const fields = (...named: object[]) => ({ config: { flattenedFields: named } })

const payload = {
  collections: {
    briefings: fields(
      { name: 'title', type: 'text' },
      { name: 'publishedAt', type: 'date' },
      { name: 'topics', type: 'relationship', relationTo: 'topics' },
      { name: 'body', type: 'richText' },
      { name: 'edition', type: 'number' },
      { name: 'isManager', type: 'checkbox' },
      { name: 'review', type: 'group', flattenedFields: [{ name: 'dueOn', type: 'date' }] },
    ),
    topics: fields({ name: 'updatedAt', type: 'date' }),
    locks: fields({ name: 'user', type: 'relationship', relationTo: ['staff', 'members'] }),
  },
} as unknown as Pick<Payload, 'collections'>

const asked = (query: string, address = 'briefings') =>
  unanswerableCondition(payload, address, new URLSearchParams(query)) === undefined

it.each([
  'where[title][like]=rents',
  'where[or][0][and][0][title][equals]=rents&limit=10&sort=title',
  'where[publishedAt][less_than]=2026-11-26T09:00:00Z',
  'where[publishedAt][in]=2026-11-26,2026-11-27',
  'where[publishedAt][exists]=true',
  'where[edition][in]=1,2',
  'where[edition][exists]=true',
  'where[isManager][not_equals]=true',
  'where[topics.id][in]=1,2',
  'where[body][like]=rents',
  'where[body][exists]=true',
  'where[title][in][]=a&where[title][in][]=b',
  'where[topics][not_in][0]=1&where[topics][not_in][1]=2',
  'where[nothing][equals]=x',
  'where[title]=x',
  'limit=1',
])('%s can be asked', (query) => {
  expect(asked(query)).toBe(true)
})

it.each([
  'where[publishedAt][equals]=soon',
  'where[publishedAt][equals]=',
  'where[publishedAt][equals]=2026-11-26,2026-11-27',
  'where[title][exists]=perhaps',
  'where[topics][in]=null',
  'where[publishedAt][in][]=2026-11-26&where[publishedAt][in][]=x',
  'where[review.dueOn][equals]=x',
  'where[topics.updatedAt][equals]=x',
  'where[title][not_like][]=x',
  'where[publishedAt][exists][]=true',
  'where[title][equals][x]=y',
  'where[title][in][x]=y',
  'where[title][in][0][x]=y',
  'where[body.root.children.text][like]=x',
  'where[title.createdAt][like]=x',
  'where[edition][not_like]=-1e400',
  'where[edition][equals]=first',
  'where[edition][in]=',
  'where[isManager][equals]=perhaps',
  'where[isManager][contains]=true',
  'where[topics][not_like]=x',
  'where[topics][less_than]=x',
  'where[publishedAt][contains]=2026-11-26',
  'where[title][near]=0,0',
  'where[title][all]=x',
  'where[topics][constructor][]=x',
  'where[title][__proto__]=x',
])('%s cannot', (query) => {
  expect(asked(query)).toBe(false)
})

it('of a reference to several collections is asked by both its parts', () => {
  expect(asked('where[user][equals]=x', 'locks')).toBe(false)
  expect(asked('where[user][not_in]=__proto__', 'locks')).toBe(false)
  const both = 'where[user][equals][relationTo]=staff&where[user][equals][value]=1'
  expect(asked(both, 'locks')).toBe(true)
  expect(asked('where[user][equals][relationTo]=constructor', 'locks')).toBe(false)
  expect(asked('where[user][exists]=true', 'locks')).toBe(false)
  expect(asked('where[user.value][equals]=1', 'locks')).toBe(true)
  expect(asked('where[user.value][in]=1,2', 'locks')).toBe(false)
})

it.each([
  ['where[version.publishedAt][equals]=2026-11-26', true],
  ['where[or][0][version.publishedAt][greater_than]=x', false],
  ['where[version.body.root][exists]=true', false],
  ['where[parent][equals]=1', true],
  ['where[parent][less_than]=1', false],
  ['where[latest][equals]=true', true],
  ['where[latest][equals]=x', false],
  ['where[updatedAt][less_than]=2026-11-26', true],
  ['where[id][in]=1,2', false],
])('of versions: %s, %s', (query, can) => {
  expect(asked(query, 'briefings/versions')).toBe(can)
})

it('is named', () => {
  const query = 'where[title][like]=rents&where[or][0][publishedAt][less_than]=soon'
  expect(unanswerableCondition(payload, 'briefings', new URLSearchParams(query))).toBe(
    'where[or][0][publishedAt][less_than]',
  )
})
