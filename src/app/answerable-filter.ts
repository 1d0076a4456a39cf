import type { CollectionSlug, FlattenedField, Payload } from 'payload'

/** What the databases can both be asked; Payload names more, and breaks on them where a field is no place on a map. */
const OPERATORS = new Set([
  'equals',
  'not_equals',
  'in',
  'not_in',
  'exists',
  'like',
  'not_like',
  'contains',
  'greater_than',
  'greater_than_equal',
  'less_than',
  'less_than_equal',
])

type Collections = Payload['collections']

const fieldsOf = (collections: Collections, slug: string): readonly FlattenedField[] =>
  Object.hasOwn(collections, slug) ? collections[slug as CollectionSlug].config.flattenedFields : []

/** Where a reference leads: to one collection, to one of several, or null for what is no reference. */
const leadsTo = (field: FlattenedField): string | readonly string[] | null =>
  field.type === 'relationship' || field.type === 'upload' ? field.relationTo : null

function fieldsBelow(collections: Collections, field: FlattenedField): readonly FlattenedField[] {
  if ('flattenedFields' in field) return field.flattenedFields
  const slug = leadsTo(field)
  return typeof slug === 'string' ? fieldsOf(collections, slug) : []
}

function fieldAt(collections: Collections, slug: string, path: string): FlattenedField | null {
  let fields = fieldsOf(collections, slug)
  let found: FlattenedField | null = null
  for (const name of path.replace(/^version\./, '').split('.')) {
    found = fields.find((field) => field.name === name) ?? null
    if (!found) return null
    fields = fieldsBelow(collections, found)
  }
  return found
}

const isDate = (value: string): boolean => value === 'null' || !Number.isNaN(Date.parse(value))

/** Of a reference to several collections both are to be named: which, and which row of it. */
const isReferenceToOneOf = (slugs: readonly string[], part: string | undefined, value: string) =>
  part === 'value' || (part === 'relationTo' && slugs.includes(value))

function isAnswerable(
  field: FlattenedField | null,
  operator: string,
  rest: string[],
  value: string,
) {
  if (!OPERATORS.has(operator)) return false
  if (!field || operator === 'exists') return true
  if (field.type === 'date') return value.split(',').every(isDate)
  const slugs = leadsTo(field)
  if (slugs === null || typeof slugs === 'string') return true
  return isReferenceToOneOf(slugs, rest[0], value)
}

/** `where[or][0][title][like]` as `['title', 'like']`. */
function namesIn(key: string): string[] {
  const names = [...key.matchAll(/\[([^\]]*)\]/g)].map(([, name = '']) => name)
  while (names[0] === 'and' || names[0] === 'or') names.splice(0, 2)
  return names
}

/**
 * Whether the database can be asked what a query asks of a collection. Payload 3.90 takes a day that is none, an operator
 * that a field does not have and a reference to nothing for faults of its own.
 */
export const isAnswerableFilter = (
  { collections }: Pick<Payload, 'collections'>,
  slug: string,
  asked: URLSearchParams,
): boolean =>
  [...asked].every(([key, value]) => {
    if (!key.startsWith('where[')) return true
    const [path = '', operator, ...rest] = namesIn(key)
    return (
      operator === undefined ||
      isAnswerable(fieldAt(collections, slug, path), operator, rest, value)
    )
  })
