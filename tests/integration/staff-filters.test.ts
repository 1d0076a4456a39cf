import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { schemaPaths } from '../../scripts/audit-leaks/schema-paths'
import { signInPersonas } from '../../scripts/audit-leaks/sign-in-personas'
import { headersOf } from '../../scripts/audit-leaks/walk'
import { type HostileHouse, openHostileHouse } from '../support/hostile-house'
import { QUERY_OPERATORS } from '../support/query-operators'

let house: HostileHouse
const headersBy = new Map<string, Record<string, string>>()
beforeAll(async () => {
  house = await openHostileHouse()
  const personas = await signInPersonas(house.door, house.settings.siteUrl, house.world)
  for (const persona of personas) headersBy.set(persona.name, headersOf(persona))
})
afterAll(() => house.close())

const STAFF = ['administrator', 'officer']

/** What a field of some type takes, and what none does. */
const VALUES = [
  'true',
  'null',
  '2026-11-26T09:00:00Z',
  'a,b',
  '-1e400',
  '',
  'o%27%22%25_%5C',
  '01999999-9999-7999-8999-999999999999',
  '507f1f77bcf86cd799439011',
  '[]',
  '9007199254740993',
  'staff',
  'undefined',
]

const BELOW = ['id', 'createdAt', 'value', 'relationTo', 'x.y']

/** Goes round: the list begins anew where it ends. */
const pick = (list: readonly string[], n: number) => list[n % list.length] ?? ''

/** What Payload writes of a version beside what was saved. */
const OF_VERSIONS = ['id', 'parent', 'latest', 'autosave', 'createdAt', 'updatedAt']

type Place = { readonly address: string; readonly field: string }

/** Each field by each operator with some value; over all fields each operator meets each value. */
function questionsAbout(places: readonly Place[], n: number): string[] {
  const ask = (m: number, said: (field: string) => string) => {
    const { address, field } = places[m % places.length] as Place
    return `/api/${address}?limit=2&depth=0&${said(field)}`
  }
  const byOperator = QUERY_OPERATORS.map((operator, m) => {
    const list = (n + m) % 5 === 0 ? '[]' : ''
    return ask(n + m, (field) => `where[${field}][${operator}]${list}=${pick(VALUES, n * 3 + m)}`)
  })
  return [
    ...byOperator,
    ask(n, (field) => `where[${field}.${pick(BELOW, n)}][${pick(QUERY_OPERATORS, n)}]=true`),
    ask(n, (field) => `sort=${pick(['', '-'], n)}${field}`),
    ask(n, (field) => `select[${field}]=${pick(['true', 'x'], n)}`),
  ]
}

function questions(): string[] {
  const { collections } = house.payload.config
  const fields = schemaPaths(collections, []).map(({ collection, path }) => [
    { address: collection, field: path },
    { address: `${collection}/count`, field: path },
    { address: `${collection}/versions`, field: `version.${path}` },
  ])
  const versions = collections
    .filter((collection) => collection.versions)
    .flatMap(({ slug }) => OF_VERSIONS.map((field) => [{ address: `${slug}/versions`, field }]))
  return [...fields, ...versions].flatMap(questionsAbout)
}

describe('what staff ask of Payload’s lists', () => {
  it('H40 about any field, by any operator, is answered or refused, and never breaks', async () => {
    const faults: string[] = []
    const answered: Record<number, number> = {}
    for (const [n, path] of questions().entries()) {
      const { status } = await house.door(path, {
        headers: headersBy.get(pick(STAFF, Math.floor(n / 2))) ?? {},
      })
      answered[status] = (answered[status] ?? 0) + 1
      if (status >= 500) faults.push(`${status} ${path}`)
    }

    expect(faults).toEqual([])
    // Else the doors would have turned away what was meant for the database, or the staff.
    expect(answered[200]).toBeGreaterThan(2000)
    expect(answered[400]).toBeGreaterThan(1000)
    expect(answered[401]).toBeUndefined()
  })

  it.each(['X-HTTP-Method-Override', 'X-Payload-HTTP-Method-Override'])(
    'is looked at in the body too, where a POST stands for a GET by %s, as the desk asks',
    async (name) => {
      const ask = (body: string, type = 'application/x-www-form-urlencoded') =>
        house.door('/api/briefings', {
          method: 'POST',
          headers: {
            ...headersBy.get('officer'),
            [name]: 'GET',
            'Content-Type': type,
            Origin: house.settings.siteUrl,
          },
          body,
        })
      const asked = await ask('limit=2&where[publishedAt][exists]=true')
      const refused = await ask('limit=2&where[publishedAt][less_than]=soon')

      expect(asked.status).toBe(200)
      expect(refused.status).toBe(400)
      expect(refused.body.toString()).toContain('“where[publishedAt][less_than]” cannot be asked')
      expect((await ask('limit=1e400')).status).toBe(400)
      expect((await ask('{', 'application/json')).status).toBe(400)
    },
  )
})
