import fc from 'fast-check'
import { APIError } from 'payload'
import { describe, expect, it } from 'vitest'
import { guardedQuery, guardQueries } from '@/access/guard-queries'

const outcome = (query: Record<string, unknown>) => {
  try {
    return guardedQuery(query)
  } catch (fault) {
    if (fault instanceof APIError && fault.status === 400) return 'refused'
    throw fault
  }
}

const PUBLIC_PATHS = ['id', 'slug', 'reference', 'type', 'topics', 'series', 'publishedAt', 'name']

describe('a query by somebody who is not staff', () => {
  it('may ask for public things by name', () => {
    const where = { and: [{ slug: { equals: 'a' } }, { type: { in: ['update', 'briefing'] } }] }

    expect(guardedQuery({ where, sort: '-publishedAt' })).toMatchObject({ where })
  })

  it.each([
    { body: { equals: 'x' } },
    { 'topics.name': { equals: 'x' } },
    { related: { contains: { title: { like: 'x' } } } },
    { slug: { like: 'x' } },
    { slug: { equals: { $ne: null } } },
    { or: { slug: { equals: 'x' } } },
    { or: [null] },
    { slug: 'x' },
    'slug',
    ['slug'],
  ])('may not ask %j', (where) => {
    expect(outcome({ where })).toBe('refused')
  })

  it('may not nest conditions deeper than three', () => {
    const nested = (depth: number): object =>
      depth === 0 ? { slug: { equals: 'x' } } : { and: [nested(depth - 1)] }

    expect(outcome({ where: nested(2) })).not.toBe('refused')
    expect(outcome({ where: nested(3) })).toBe('refused')
  })

  it('may not ask more than ten things at once', () => {
    const terms = (count: number) => Array.from({ length: count }, () => ({ id: { equals: 'x' } }))

    expect(outcome({ where: { or: terms(10) } })).not.toBe('refused')
    expect(outcome({ where: { or: terms(11) } })).toBe('refused')
  })

  it.each([{ sort: 'body' }, { sort: ['slug', '-title'] }, { sort: 'slug,body' }, { sort: {} }])(
    'may not be ordered by %j',
    (query) => {
      expect(outcome(query)).toBe('refused')
    },
  )

  it('gets neither drafts nor what lies in the bin nor hidden fields', () => {
    for (const name of ['draft', 'trash', 'showHiddenFields']) {
      expect(outcome({ [name]: true })).toBe('refused')
    }
  })
})

/** Values as they may come out of an address or a body. */
const anything = fc.anything({ withNullPrototype: true, maxDepth: 4 })

const queries = fc.record(
  { where: anything, sort: anything, limit: anything, page: anything, depth: anything },
  { requiredKeys: [] },
)

describe('whatever comes over the wire', () => {
  it('is refused in words or made safe, and never breaks the guard', () => {
    fc.assert(
      fc.property(queries, (query) => {
        const guarded = outcome(query)
        return guarded === 'refused' || (guarded.select === undefined && guarded.joins === false)
      }),
    )
  })

  it('stays within fifty rows, a thousand pages and one level', () => {
    fc.assert(
      fc.property(fc.anything({ maxDepth: 1 }), (value) => {
        fc.pre(typeof value !== 'object' && typeof value !== 'symbol')
        const { limit, page, depth } = guardedQuery({ limit: value, page: value, depth: value })
        expect([Number(limit) >= 1, Number(limit) <= 50]).toEqual([true, true])
        expect([Number(page) >= 1, Number(page) <= 1000]).toEqual([true, true])
        expect([Number(depth) >= 0, Number(depth) <= 1]).toEqual([true, true])
      }),
    )
  })

  it('asks of no field but the public ones', () => {
    const path = fc.constantFrom(...PUBLIC_PATHS, 'body', 'title', 'changes.note', '__proto__')
    const operator = fc.constantFrom('equals', 'in', 'like', 'contains', 'near', '$where')
    fc.assert(
      fc.property(path, operator, fc.string(), (name, asked, value) => {
        const isPublic = PUBLIC_PATHS.includes(name) && ['equals', 'in'].includes(asked)
        const where = Object.fromEntries([[name, { [asked]: value }]])
        expect(outcome({ where }) === 'refused').toBe(!isPublic)
      }),
    )
  })
})

describe('a query by staff over HTTP', () => {
  const asked = (args: Record<string, unknown>, payloadAPI = 'REST') =>
    guardQueries({
      args,
      collection: { flattenedFields: [] },
      req: { payloadAPI, user: { collection: 'staff', role: 'officer' } },
    } as unknown as Parameters<typeof guardQueries>[0]) as unknown

  it.each([{ limit: 0 }, { limit: -1 }, { limit: 100_000 }, { limit: 101 }, { pagination: false }])(
    'comes without what its rows lead to for more than a page: %o',
    (query) => {
      expect(asked({ ...query, depth: 10 })).toEqual({ ...query, depth: 0 })
    },
  )

  it.each([{ limit: 100 }, { limit: 10, pagination: false }, {}])(
    'is left as it is: %o',
    (query) => {
      expect(asked({ ...query, depth: 3 })).toEqual({ ...query, depth: 3 })
    },
  )

  it('is no matter of the service’s own reads', () => {
    expect(asked({ limit: 0, depth: 3 }, 'local')).toEqual({ limit: 0, depth: 3 })
  })
})
