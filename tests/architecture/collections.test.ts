import type { CollectionConfig, Field } from 'payload'
import { expect, it } from 'vitest'
import { collections } from '../../collections'

const all = collections('data')

const RULES = ['create', 'delete', 'read', 'update']

/** What a collection must say: a rule left out Payload opens to anybody signed in, members too. */
const rulesOwed = ({ versions, auth }: CollectionConfig): string[] => [
  ...RULES,
  ...(versions ? ['readVersions'] : []),
  ...(auth ? ['admin', 'unlock'] : []),
]

it.each(all.map((collection) => [collection.slug, collection] as const))(
  '%s states every rule of access',
  (_slug, collection) => {
    expect(Object.keys(collection.access ?? {}).sort()).toEqual(rulesOwed(collection).sort())
  },
)

type Nest = { fields?: Field[]; tabs?: { fields: Field[] }[]; blocks?: { fields: Field[] }[] }

const below = (field: Field): Field[] => {
  const { fields = [], tabs = [], blocks = [] } = field as Nest
  return [
    ...fields,
    ...tabs.flatMap((tab) => tab.fields),
    ...blocks.flatMap((block) => block.fields),
  ]
}

const IS_LAYOUT = new Set(['tabs', 'row', 'collapsible'])

/** Names of fields with a rule on reading below another field: Payload does not ask it there. */
function hiddenRules(field: Field, isNested: boolean): string[] {
  const named = field as { name?: string; access?: { read?: unknown } }
  const isHere = isNested && named.access?.read !== undefined
  const nests = isNested || !IS_LAYOUT.has(field.type)
  return [
    ...(isHere ? [named.name ?? field.type] : []),
    ...below(field).flatMap((inner) => hiddenRules(inner, nests)),
  ]
}

it('keeps rules on reading at the top of a document, out of groups, arrays and blocks', () => {
  const found = all.flatMap(({ slug, fields }) =>
    fields.flatMap((field) => hiddenRules(field, false).map((name) => `${slug}.${name}`)),
  )

  expect(found).toEqual([])
})

it('serves no file that no row names', () => {
  const uploads = all.filter(({ upload }) => Boolean(upload))

  expect(uploads.map(({ slug }) => slug).sort()).toEqual(['attachments', 'media'])
  for (const { access } of uploads) {
    const answer = access?.read?.({ req: { user: { collection: 'staff' }, context: {} } } as never)
    expect(answer).toEqual({ id: { exists: true } })
  }
})
