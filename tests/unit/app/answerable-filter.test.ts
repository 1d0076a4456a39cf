import type { Payload } from 'payload'
import { expect, it } from 'vitest'
import { isAnswerableFilter } from '@/app/answerable-filter'

const fields = (...named: object[]) => ({ config: { flattenedFields: named } })

const payload = {
  collections: {
    briefings: fields(
      { name: 'title', type: 'text' },
      { name: 'publishedAt', type: 'date' },
      { name: 'topics', type: 'relationship', relationTo: 'topics' },
      { name: 'review', type: 'group', flattenedFields: [{ name: 'dueOn', type: 'date' }] },
    ),
    topics: fields({ name: 'updatedAt', type: 'date' }),
    locks: fields({ name: 'user', type: 'relationship', relationTo: ['staff', 'members'] }),
  },
} as unknown as Pick<Payload, 'collections'>

const asked = (query: string, slug = 'briefings') =>
  isAnswerableFilter(payload, slug, new URLSearchParams(query))

it.each([
  'where[title][like]=rents',
  'where[or][0][and][0][title][equals]=rents&limit=10&sort=title',
  'where[publishedAt][less_than]=2026-11-26T09:00:00Z',
  'where[publishedAt][in]=2026-11-26,2026-11-27',
  'where[publishedAt][exists]=true',
  'where[version.publishedAt][equals]=2026-11-26',
  'where[nothing][equals]=x',
  'where[title]=x',
  'limit=1',
])('%s can be asked', (query) => {
  expect(asked(query)).toBe(true)
})

it.each([
  'where[publishedAt][equals]=soon',
  'where[publishedAt][equals]=',
  'where[publishedAt][in][]=2026-11-26&where[publishedAt][in][]=x',
  'where[or][0][version.publishedAt][greater_than]=x',
  'where[review.dueOn][equals]=x',
  'where[topics.updatedAt][equals]=x',
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
  expect(asked('where[user][exists]=true', 'locks')).toBe(true)
})
