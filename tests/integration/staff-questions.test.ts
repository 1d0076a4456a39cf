import type { CollectionConfig, CollectionSlug, FlattenedField } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isKeptFromOfficers } from '../../scripts/audit-leaks/audiences'
import type { Answer } from '../../scripts/audit-leaks/ask'
import { askTwice, type Difference, type Question } from '../../scripts/audit-leaks/questions'
import { signInPersonas } from '../../scripts/audit-leaks/sign-in-personas'
import { staffQuestions } from '../../scripts/audit-leaks/staff-questions'
import { headersOf } from '../../scripts/audit-leaks/walk'
import { type HostileHouse, openHostileHouse } from '../support/hostile-house'

let house: HostileHouse
let headers: Record<string, string>
beforeAll(async () => {
  house = await openHostileHouse()
  const personas = await signInPersonas(house.door, house.settings.siteUrl, house.world)
  const officer = personas.find(({ name }) => name === 'officer')
  if (!officer) throw new Error('The audit has no officer.')
  headers = headersOf(officer)
})
afterAll(() => house.close())

const OFFICER = { id: 'somebody', collection: 'staff', role: 'officer' }

/** What Payload's routes answer: pages and searches are served by the built site alone. */
const questions = (): Question[] =>
  staffQuestions('officer', house.world).filter(
    ({ path }) => path.startsWith('/api/') && !path.startsWith('/api/search'),
  )

async function asked(some: readonly Question[]): Promise<Difference[]> {
  const found: Difference[] = []
  const look = (what: string, answer: Answer) => house.inspector.inspect('officer', what, answer)
  for (const question of some) {
    const difference = await askTwice(house.door, 'officer', question, headers, look)
    if (difference) found.push(difference)
  }
  return found
}

type Rules = Record<string, unknown>

const configOf = (slug: CollectionSlug) => house.payload.collections[slug].config

const fieldOf = (slug: CollectionSlug, name: string): Rules =>
  configOf(slug).flattenedFields.find((field) => field.name === name) as unknown as Rules

/** Asks what the audit asks of these fields while another value stands in the place of one, and puts it back. */
async function askedWith(rules: Rules, name: string, value: unknown, of: RegExp) {
  const kept = rules[name]
  rules[name] = value
  try {
    return await asked(questions().filter(({ path }) => of.test(path)))
  } finally {
    rules[name] = kept
  }
}

type Rule = (args: { req: { user: typeof OFFICER } }) => unknown

const refuses = (rule: unknown): boolean =>
  typeof rule === 'function' && (rule as Rule)({ req: { user: OFFICER } }) === false

const hiddenIn = ({
  access,
  flattenedFields,
}: CollectionConfig & { flattenedFields: FlattenedField[] }) =>
  flattenedFields.filter(
    (field) =>
      refuses(access?.read) ||
      ('hidden' in field && field.hidden) ||
      ('access' in field && refuses(field.access?.read)),
  )

describe('what the audit asks as an officer', () => {
  it('is about every field that is hidden or that a rule keeps from officers', () => {
    const kept = house.payload.config.collections.flatMap((collection) =>
      hiddenIn(collection).map(({ name }) => `${collection.slug}.${name}`),
    )

    expect(kept.length).toBeGreaterThan(50)
    expect(kept.filter((field) => !isKeptFromOfficers(field))).toEqual([])
  })

  it('guesses right at what a password, a session and a forgotten password leave', () => {
    const guessAt = (path: string) =>
      house.world.schema.find((field) => field.collection === 'staff' && field.path === path)?.guess
    const marks = new Map(house.world.marks.map(({ mark, of }) => [mark, of]))

    for (const path of [
      'hash',
      'salt',
      'resetPasswordToken',
      'sessions.id',
      'secondFactor.secret',
    ]) {
      expect([path, marks.get(guessAt(path) ?? '')]).toEqual([path, `staff.${path}`])
    }
  })

  it('is answered alike for a right and a wrong guess', async () => {
    const before = house.inspector.leaks().length

    // Every question is put by `npm run audit:leaks`; here each field is asked in one way or two, and in its order.
    const some = questions().filter(
      ({ path, other }, n) =>
        n % 29 === 0 || (other !== undefined && !path.startsWith('/api/payload-')),
    )
    expect(await asked(some)).toEqual([])
    expect(house.inspector.leaks().slice(before)).toEqual([])
  })
})

describe('the officer’s questions turn red when', () => {
  it('a field’s rule is opened', async () => {
    const access = fieldOf('colleague-passes', 'tokenHash').access as Rules
    const found = await askedWith(access, 'read', () => true, /^\/api\/colleague-passes.*tokenHash/)

    expect(found.map(({ asked: question }) => question)).toEqual(
      expect.arrayContaining([
        'GET /api/colleague-passes?where[tokenHash][equals]=GUESS',
        'GET /api/colleague-passes/count?where[tokenHash][like]=GUESS',
        'GET /api/colleague-passes?sort=GUESStokenHash',
      ]),
    )
  })

  it.each(['member-sessions', 'audit-events', 'address-changes'] as const)(
    'the rule of %s is opened',
    async (slug) => {
      const rules = configOf(slug).access as unknown as Rules

      expect(
        await askedWith(
          rules,
          'read',
          () => true,
          new RegExp(`^/api/${slug}\\?where\\[\\w+\\]\\[equals`),
        ),
      ).not.toEqual([])
    },
  )

  it('a hidden field is hidden no more', async () => {
    const found = await askedWith(
      fieldOf('staff', 'resetPasswordToken'),
      'hidden',
      false,
      /resetPasswordToken/,
    )

    expect(found.map(({ asked: question }) => question)).toEqual(
      expect.arrayContaining(['GET /api/staff?where[resetPasswordToken][like]=GUESS']),
    )
  })

  it('an order may lead beyond a reference', async () => {
    const hooks = configOf('briefings').hooks as unknown as Rules
    const found = await askedWith(hooks, 'beforeOperation', [], /sort=GUESSauthors\.(hash|salt)/)

    expect(found.map(({ asked: question }) => question)).toContain(
      'GET /api/briefings?sort=GUESSauthors.hash',
    )
  })
})

it('the desk puts no rows in the order of what a reference leads to', async () => {
  const user = await house.payload.findByID({
    collection: 'staff',
    id: house.world.rows.staff ?? '',
    overrideAccess: true,
  })
  const inOrder = async (sort: string) => {
    const { docs } = await house.payload.find({
      collection: 'briefings',
      overrideAccess: false,
      user: { ...user, collection: 'staff', role: 'officer' },
      sort,
      depth: 0,
    })
    return docs.map(({ id }) => id)
  }

  expect(await inOrder('authors.hash')).toEqual(await inOrder('-authors.hash'))
  expect(await inOrder('title')).toEqual((await inOrder('-title')).toReversed())
})
