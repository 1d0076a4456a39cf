import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askTwice } from '../../scripts/audit-leaks/questions'
import { type HostileHouse, openHostileHouse } from '../support/hostile-house'

let house: HostileHouse
beforeAll(async () => {
  house = await openHostileHouse()
})
afterAll(() => house.close())

type Rules = Record<string, unknown>

/** Puts another rule in the place of one until the returned function is called. */
function replaced(rules: Rules, name: string, rule: unknown): () => void {
  const kept = rules[name]
  rules[name] = rule
  return () => {
    rules[name] = kept
  }
}

const configOf = (slug: 'briefings' | 'articles' | 'sources' | 'attachments') =>
  house.payload.collections[slug].config

const withoutGuard = (slug: Parameters<typeof configOf>[0]) =>
  replaced(configOf(slug).hooks, 'beforeOperation', [])

const keyPoints = (): Rules => {
  const field = configOf('briefings').flattenedFields.find(({ name }) => name === 'keyPoints')
  return (field as { access: Rules }).access
}

const open = () => true

const FAULTS: readonly [string, () => (() => void)[], string][] = [
  [
    'a field’s rule is opened',
    () => [replaced(keyPoints(), 'read', open)],
    '/api/briefings?limit=50',
  ],
  [
    'the rule of a collection is opened',
    () => [replaced(configOf('briefings').access, 'read', open)],
    '/api/briefings?limit=50',
  ],
  [
    'sources are everybody’s',
    () => [replaced(configOf('sources').access, 'read', open)],
    '/api/sources?limit=50',
  ],
  [
    'attachments are everybody’s',
    () => [replaced(configOf('attachments').access, 'read', open)],
    '/api/attachments?limit=50',
  ],
  [
    'versions are open',
    () => [replaced(configOf('briefings').access, 'readVersions', open)],
    '/api/briefings/versions?limit=50',
  ],
  [
    'a rule looks at what a select can leave out',
    () => [
      withoutGuard('briefings'),
      replaced(keyPoints(), 'read', ({ doc }: { doc?: { slug?: string } }) => !doc?.slug),
    ],
    '/api/briefings?select[keyPoints]=true',
  ],
]

describe('the audit itself', () => {
  it.each(FAULTS)('turns red when %s', async (_what, plant, path) => {
    const before = house.inspector.leaks().length
    const put = plant()
    try {
      house.inspector.inspect('anonymous', path, await house.guard(path))
    } finally {
      for (const putBack of put) putBack()
    }
    expect(house.inspector.leaks().length).toBeGreaterThan(before)
  })

  it('turns red when queries are not guarded', async () => {
    const guess =
      house.world.marks.find(({ of }) => of === 'briefings.title of a draft')?.mark ?? ''
    const path = '/api/articles?where[leadsTo][contains][title][like]=GUESS'
    const putBack = withoutGuard('articles')
    try {
      const difference = await askTwice(house.guard, 'anonymous', { path, guess }, {}, () => null)
      expect(difference).not.toBeNull()
    } finally {
      putBack()
    }
  })
})
