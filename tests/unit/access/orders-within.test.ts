import type { FlattenedField } from 'payload'
import { expect, it } from 'vitest'
import { ordersWithin } from '@/access/orders-within'

const FIELDS = [
  { name: 'title', type: 'text' },
  { name: 'authors', type: 'relationship', relationTo: 'staff', hasMany: true },
  { name: 'picture', type: 'upload', relationTo: 'media' },
  { name: 'body', type: 'richText' },
  { name: 'seen', type: 'group', flattenedFields: [{ name: 'by', type: 'relationship' }] },
  { name: 'points', type: 'array', flattenedFields: [{ name: 'text', type: 'text' }] },
  { name: 'parts', type: 'blocks', blocks: [{ flattenedFields: [{ name: 'of', type: 'text' }] }] },
] as unknown as FlattenedField[]

it.each([
  'title',
  '-title',
  'authors',
  'nothing we know',
  'points.text',
  'parts.of',
  'seen.by',
  'body.root.children',
  'version.title',
])('leaves an order by %s as it is', (path) => {
  expect(ordersWithin(FIELDS, path)).toEqual([path])
})

it.each([
  'authors.hash',
  '-authors.hash',
  ' -authors.hash',
  'authors__hash',
  'authors.id',
  'picture.filename',
  'seen.by.hash',
  'version.authors.hash',
  'parent.authors.hash',
  'nothing.we.know',
])('passes over an order by %s, which leads to another row', (path) => {
  expect(ordersWithin(FIELDS, path)).toBeUndefined()
})

it('keeps the rest of an order of several', () => {
  expect(ordersWithin(FIELDS, 'title,-authors.hash')).toEqual(['title'])
  expect(ordersWithin(FIELDS, ['-title', 'authors.salt,body'])).toEqual(['-title', 'body'])
})

it('takes nothing for an order that is not words', () => {
  expect(ordersWithin(FIELDS, { authors: { hash: 'asc' } })).toBeUndefined()
  expect(ordersWithin(FIELDS, undefined)).toBeUndefined()
})
