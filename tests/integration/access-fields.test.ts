import type { FlattenedField } from 'payload'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { Cell } from '../support/access-table/expected'
import { FIELDS_READ, FIELDS_WRITTEN } from '../support/access-table/expected-fields'
import {
  makeFullBriefing,
  makeSignedInColleague,
  readsField,
  writesField,
} from '../support/access-table/field-probes'
import { type House, openHouse } from '../support/access-table/house'
import { makeRow } from '../support/access-table/rows'

/** Rules that no save can feel: a hook derives the value again, or the collection's own rule is as strict. */
const DECIDED_TWICE = [
  'briefings.caseStudyCount.update',
  'briefings.headingCount.update',
  'briefings.nextEventAt.update',
  'briefings.readingMinutes.update',
  'briefings.sourceCount.update',
  'members.seat.update',
  // It is hidden besides; and a wrong count is that of a row somebody else has changed meanwhile: nothing is saved.
  'staff.revision.read',
  'staff.revision.update',
]

let house: House
let rows: Record<string, string>
beforeAll(async () => {
  house = await openHouse()
  rows = {
    briefings: await makeFullBriefing(house),
    staff: await makeSignedInColleague(house),
    'colleague-passes': await makeRow(house, 'colleague-passes'),
    sources: await makeRow(house, 'sources', {
      note: 'For colleagues.',
      mergedFrom: ['another'],
    }),
  }
})
afterAll(() => house.close())

const reads = ({ slug, operation, who }: Cell) =>
  readsField(house, who, { slug, field: operation, id: rows[slug] ?? '' })

const writes = ({ slug, operation, who }: Cell) =>
  writesField(house, who, { slug, field: operation })

const nameOf = ({ slug, operation, who }: Cell) => `${slug}.${operation} ${who}`

async function asFound(cells: readonly Cell[], attempt: (cell: Cell) => Promise<string>) {
  const found: Record<string, string> = {}
  for (const cell of cells) found[nameOf(cell)] = await attempt(cell)
  return found
}

const asWritten = (cells: readonly Cell[]) =>
  Object.fromEntries(cells.map((cell) => [nameOf(cell), cell.expected]))

it('serves each field to those the table names and to nobody else', async () => {
  expect(await asFound(FIELDS_READ, reads)).toEqual(asWritten(FIELDS_READ))
})

it('keeps what people save of a field only where the table says so', async () => {
  expect(await asFound(FIELDS_WRITTEN, writes)).toEqual(asWritten(FIELDS_WRITTEN))
})

type Ruled = { access?: Record<string, unknown> }

/** Payload's own account fields say no to every save; hiding them is tested above. */
const PAYLOADS_OWN = ['sessions', 'hash', 'salt', 'resetPasswordToken']

function fieldsWith(rule: 'read' | 'update'): string[] {
  return house.payload.config.collections.flatMap(({ slug, flattenedFields }) =>
    flattenedFields
      .filter((field) => (field as Ruled).access?.[rule] !== undefined)
      .filter(({ name }) => rule === 'read' || !isPayloadsOwn(name))
      .map(({ name }) => `${slug}.${name}`),
  )
}

const isPayloadsOwn = (name: string) =>
  PAYLOADS_OWN.includes(name) || name.startsWith('resetPassword')

const rowsOf = (cells: readonly Cell[]) =>
  new Set(cells.map(({ slug, operation }) => `${slug}.${operation}`))

it('has a row for every field of a briefing and every field with a rule', () => {
  const read = rowsOf(FIELDS_READ)
  const written = rowsOf(FIELDS_WRITTEN)
  const ofBriefings = house.payload.collections.briefings.config.flattenedFields.map(
    ({ name }) => `briefings.${name}`,
  )

  expect(ofBriefings.concat(fieldsWith('read')).filter((name) => !read.has(name))).toEqual([])
  expect(fieldsWith('update').filter((name) => !written.has(name))).toEqual([])
})

it('keeps rules on reading out of blocks and arrays, where Payload does not ask them', () => {
  const nested = house.payload.config.collections.flatMap(({ slug, flattenedFields }) =>
    flattenedFields.flatMap((field) => rulesBelow(field).map((name) => `${slug}.${name}`)),
  )

  expect(nested).toEqual([])
})

type Nest = { flattenedFields?: FlattenedField[]; blocks?: { flattenedFields: FlattenedField[] }[] }

function rulesBelow(field: FlattenedField): string[] {
  const { flattenedFields = [], blocks = [] } = field as Nest
  return [...flattenedFields, ...blocks.flatMap((block) => block.flattenedFields)].flatMap(
    (below) => [
      ...((below as Ruled).access?.read ? [`${field.name}.${below.name}`] : []),
      ...rulesBelow(below).map((name) => `${field.name}.${name}`),
    ],
  )
}

async function turnsRed(name: string, rule: 'read' | 'update'): Promise<boolean> {
  const [slug = '', fieldName = ''] = name.split('.')
  const { flattenedFields } = house.payload.collections[slug as 'briefings'].config
  const access = (flattenedFields.find((field) => field.name === fieldName) as Ruled).access ?? {}
  const kept = access[rule]
  access[rule] = () => true
  const cells = rule === 'read' ? FIELDS_READ : FIELDS_WRITTEN
  const governed = cells.filter((cell) => cell.slug === slug && cell.operation === fieldName)
  try {
    const found = await asFound(governed, rule === 'read' ? reads : writes)
    return governed.some((cell) => found[nameOf(cell)] !== cell.expected)
  } finally {
    access[rule] = kept
  }
}

/** A rule is asked before the database is: to open each of them on one is enough. */
it.runIf(inject('database') === 'sqlite')(
  'turns red when any one rule of a field is opened',
  async () => {
    const unnoticed: string[] = []
    for (const rule of ['read', 'update'] as const) {
      for (const name of fieldsWith(rule)) {
        if (!(await turnsRed(name, rule))) unnoticed.push(`${name}.${rule}`)
      }
    }

    expect(unnoticed.sort()).toEqual(DECIDED_TWICE)
  },
)
