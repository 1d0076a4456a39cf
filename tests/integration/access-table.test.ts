import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { Cell } from '../support/access-table/expected'
import { PEOPLE } from '../support/access-table/expected-people'
import { RECORDS } from '../support/access-table/expected-records'
import { WRITING } from '../support/access-table/expected-writing'
import { type House, openHouse } from '../support/access-table/house'
import { OPERATIONS, ruleOf } from '../support/access-table/operations'

const TABLE: readonly Cell[] = [...WRITING, ...PEOPLE, ...RECORDS]

/** Rules that grant everything they can: opening them would change nothing. */
const OPEN_BY_DESIGN = ['series.read', 'staff.admin', 'topics.read']

/** Rules that Payload never asks: members have no password to unlock and no way into the admin. */
const NEVER_ASKED = ['members.admin', 'members.unlock']

/** Rules that a hook stands behind, for calls that pass over every rule. */
const REFUSED_BESIDES = ['audit-events.delete', 'audit-events.update']

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const attempt = ({ slug, operation, who }: Cell): Promise<string> => {
  const tried = OPERATIONS[operation]
  if (!tried) throw new Error(`The table names an unknown operation: ${operation}.`)
  return tried(house, who, slug)
}

const nameOf = ({ slug, operation, who }: Cell) => `${slug} ${operation} ${who}`

const slugs = [...new Set(TABLE.map(({ slug }) => slug))]

it.each(slugs)('lets everybody do with %s what the table says and no more', async (slug) => {
  const cells = TABLE.filter((cell) => cell.slug === slug)
  const found: Record<string, string> = {}
  for (const cell of cells) found[nameOf(cell)] = await attempt(cell)

  expect(found).toEqual(Object.fromEntries(cells.map((cell) => [nameOf(cell), cell.expected])))
})

it('has rows for every collection and every rule that Payload asks', () => {
  const written = new Set(TABLE.map(({ slug, operation }) => `${slug}.${ruleOf(operation)}`))

  expect([...written].sort()).toEqual(rulesAsked().sort())
})

function rulesAsked(): string[] {
  return house.payload.config.collections.flatMap(({ slug, access, versions, auth }) =>
    Object.keys(access)
      .filter((rule) => rule !== 'readVersions' || Boolean(versions))
      .filter((rule) => rule !== 'unlock' || Boolean(auth))
      .map((rule) => `${slug}.${rule}`),
  )
}

async function turnsRed(name: string): Promise<boolean> {
  const [slug = '', rule = ''] = name.split('.')
  const access = house.payload.collections[slug as 'topics'].config.access as Record<
    string,
    unknown
  >
  const kept = access[rule]
  access[rule] = () => true
  try {
    return await isAnyCellWrong(slug, rule)
  } finally {
    access[rule] = kept
  }
}

async function isAnyCellWrong(slug: string, rule: string): Promise<boolean> {
  for (const cell of TABLE) {
    if (cell.slug !== slug || ruleOf(cell.operation) !== rule) continue
    if ((await attempt(cell)) !== cell.expected) return true
  }
  return false
}

/** A rule is asked before the database is: to open each of them on one is enough. */
it.runIf(inject('database') === 'sqlite')(
  'turns red when any one rule of any collection is opened',
  async () => {
    const unnoticed: string[] = []
    for (const name of rulesAsked()) {
      if (!(await turnsRed(name))) unnoticed.push(name)
    }

    expect(unnoticed.sort()).toEqual([...OPEN_BY_DESIGN, ...NEVER_ASKED, ...REFUSED_BESIDES].sort())
  },
)
