import { describe, expect, it } from 'vitest'
import { type Viewer, visitor } from '@/access/viewer'
import { asksAsAPerson, opensAPage } from '@/app/asks-as-a-person'
import { readClick, readKeyedClick } from '@/app/read-click'
import { readSmallJson } from '@/app/small-body'
import type { Member, Staff } from '@/payload-types'
import { entryOf } from '@/search/log-search'
import { maskPersonal } from '@/search/mask-personal'
import { searchRequest } from '../../support/search-documents'

const now = new Date('2026-11-24T12:00:00Z')

const ana = {
  id: 'member-1',
  email: 'ana@example.gov.uk',
  name: 'Ana Lopez',
  organisation: { id: 'council-1', name: 'A council' },
} as Member

const entry = (viewer: Viewer, ...search: Parameters<typeof searchRequest>) =>
  entryOf({ request: searchRequest(...search), total: 3, viewer, now })

describe('the entry of a search', () => {
  it('holds the words, the filters and the number found', () => {
    const filters = { topic: ['housing'], year: ['2024'] }
    expect(entry(visitor, ' Empty   HOMES ', { filters, from: '2024-01-31' })).toMatchObject({
      text: 'empty homes',
      filters: { topic: ['housing'], year: ['2024'], from: '2024-01-31' },
      total: 3,
      searchedAt: '2026-11-24T12:00:00.000Z',
    })
  })

  it('says of a member their organisation, and nothing else of anybody', () => {
    const active = entry({ kind: 'member', member: ana, isActive: true }, 'rent')
    expect(active).toMatchObject({ viewerClass: 'member', organisationId: 'council-1' })
    const lapsed = entry({ kind: 'member', member: ana, isActive: false }, 'rent')
    expect(lapsed).toMatchObject({ viewerClass: 'lapsed', organisationId: null })
    const staff = entry({ kind: 'staff', staff: { id: 's', name: 'Ben' } as Staff }, 'rent')
    expect(staff).toMatchObject({ viewerClass: 'staff', organisationId: null })
    const names = Object.keys(active ?? {}).sort()
    expect(names.join()).toBe('filters,key,organisationId,searchedAt,text,total,viewerClass')
    expect(JSON.stringify([active, lapsed, staff])).not.toMatch(/ana|lopez|member-1|ben/i)
  })

  it('has a key that nobody can guess', () => {
    const keys = Array.from({ length: 50 }, () => entry(visitor, 'rent')?.key ?? '')
    expect(new Set(keys).size).toBe(50)
    for (const key of keys) expect(key).toMatch(/^[\w-]{24}$/)
  })

  it('is not made for a further page, nor for the whole archive', () => {
    expect(entry(visitor, 'rent', { page: 2 })).toBeNull()
    expect(entry(visitor, '')).toBeNull()
    expect(entry(visitor, '', { sort: 'newest' })).toBeNull()
    expect(entry(visitor, '', { filters: { nation: ['wales'] } })).toMatchObject({ text: '' })
  })

  it('strikes out what may be of a person, in words and in filters', () => {
    const typed = entry(visitor, 'ana@example.org 07700 900123', {
      filters: { author: ['a@b.uk'] },
    })
    expect(typed).toMatchObject({ text: '[address] [number]', filters: { author: ['[address]'] } })
  })
})

describe('what may be of a person', () => {
  it.each([
    ['write to ana.lopez+x@example.gov.uk now', 'write to [address] now'],
    ['+44 7700 900123', '[number]'],
    ['(020) 7946-0018 rent', '([number] rent'],
    ['943 476 5919', '[number]'],
    ['12345678', '[number]'],
    ['qq 12 34 56 c', '[number]'],
  ])('is struck out: %s', (typed, kept) => {
    expect(maskPersonal(typed)).toBe(kept)
  })

  it.each([
    'rb-2018-031',
    '2016 2017',
    '2019-2020',
    '31/12/2024',
    'section 21',
    '£350,000',
    'covid-19',
  ])('is not a reference, a year, a date or a sum: %s', (typed) => {
    expect(maskPersonal(typed)).toBe(typed)
  })
})

describe('what counts as a search', () => {
  const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

  it('is a person’s, by what the browser says of itself', () => {
    expect(asksAsAPerson(new Headers({ 'user-agent': browser }))).toBe(true)
    for (const agent of ['', 'Googlebot/2.1', 'curl/8.5', 'Some Crawler', 'python-requests/2']) {
      expect(asksAsAPerson(new Headers({ 'user-agent': agent }))).toBe(false)
    }
  })

  it('is a page being opened, not one of the states while somebody types', () => {
    const opens = (headers: Record<string, string>) => opensAPage(new Headers(headers))
    expect(opens({ 'sec-fetch-dest': 'document', accept: 'text/html' })).toBe(true)
    expect(opens({ accept: 'text/html,*/*' })).toBe(true)
    expect(opens({ 'sec-fetch-dest': 'empty', accept: 'text/html' })).toBe(false)
    expect(opens({ accept: '*/*' })).toBe(false)
    expect(opens({ 'sec-fetch-dest': 'document', 'sec-purpose': 'prefetch' })).toBe(false)
  })
})

describe('what a page tells', () => {
  const sent = (body: string) => new Request('http://localhost/x', { method: 'POST', body })

  it('is read where it is small and an object', async () => {
    expect(await readSmallJson(sent('{"rank":1}'), 1024)).toEqual({ rank: 1 })
    expect(await readSmallJson(sent(`{"rank":"${'x'.repeat(1024)}"}`), 1024)).toBeNull()
    expect(await readSmallJson(sent('not json'), 1024)).toBeNull()
    expect(await readSmallJson(sent('7'), 1024)).toBeNull()
    expect(await readSmallJson(new Request('http://localhost/x'), 1024)).toBeNull()
  })

  it('is a click where rank, briefing and key are what they should be', () => {
    const click = { rank: 2, briefingId: '01932b5e-7c1a-7d2e-9f00-000000000001' }
    const key = 'A'.repeat(24)
    expect(readClick({ ...click, more: 'passed over' })).toEqual(click)
    expect(readKeyedClick({ ...click, key })).toEqual({ ...click, key })
    expect(readClick({ ...click, rank: 0 })).toBeNull()
    expect(readClick({ ...click, briefingId: { $ne: null } })).toBeNull()
    expect(readKeyedClick({ ...click, key: { like: '' } })).toBeNull()
    expect(readKeyedClick(null)).toBeNull()
  })
})
