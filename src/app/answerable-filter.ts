import type { CollectionSlug, FlattenedField, Payload } from 'payload'

const EXISTENCE = ['exists']
const COMPARISON = ['equals', 'not_equals', 'in', 'not_in']
const ORDER = ['greater_than', 'greater_than_equal', 'less_than', 'less_than_equal']
const WORDS = ['like', 'not_like', 'contains']

/** Payload names more, and breaks on them where a field is no place on a map. */
const OPERATORS = [...EXISTENCE, ...COMPARISON, ...ORDER, ...WORDS]

/** What is compared with each of several values. Payload breaks on a list for any other operator. */
const OF_LISTS = ['in', 'not_in']

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

/** On MongoDB of another kind than the ids of rows: what is no such id cannot be one of several, nor lie after one. */
const VERSION_ID = { name: 'id', type: 'text' } as FlattenedField

/** What a list of versions has: the row as it was saved, and what Payload writes beside it. */
const fieldsOfVersions = (collections: Collections, slug: string) =>
  [
    VERSION_ID,
    { name: 'version', type: 'group', flattenedFields: fieldsOf(collections, slug) },
    { name: 'parent', type: 'relationship', relationTo: slug },
    { name: 'latest', type: 'checkbox' },
    { name: 'autosave', type: 'checkbox' },
    { name: 'createdAt', type: 'date' },
    { name: 'updatedAt', type: 'date' },
  ] as FlattenedField[]

/** The fields a path leads through, as far as there are such. */
function fieldsAlong(
  collections: Collections,
  first: readonly FlattenedField[],
  names: readonly string[],
) {
  const along: FlattenedField[] = []
  let fields = first
  for (const name of names) {
    const found = fields.find((field) => field.name === name)
    if (!found) break
    along.push(found)
    fields = fieldsBelow(collections, found)
  }
  return along
}

/** Of what has no fields of its own nothing within can be asked: a text, a number, a document kept in one piece. */
const hasNothingBelow = (field: FlattenedField): boolean =>
  !('flattenedFields' in field || 'blocks' in field) &&
  leadsTo(field) === null &&
  field.type !== 'join'

const isDate = (value: string): boolean => !Number.isNaN(Date.parse(value))

const isNumber = (value: string): boolean => value !== '' && Number.isFinite(Number(value))

const isYesOrNo = (value: string): boolean => value === 'true' || value === 'false'

type Askable = {
  readonly operators: readonly string[]
  readonly isValue: (value: string) => boolean
}

const REFERENCE: Askable = { operators: COMPARISON, isValue: () => true }

/**
 * What a field can be asked beside whether it is there, where not everything can: what Payload’s desk offers. MongoDB
 * breaks on a reference that is to lie before another, on a day that is to hold a word, on a number that is none.
 */
const ASKABLE: Partial<Record<FlattenedField['type'], Askable>> = {
  date: { operators: [...COMPARISON, ...ORDER], isValue: isDate },
  number: { operators: [...COMPARISON, ...ORDER], isValue: isNumber },
  checkbox: { operators: ['equals', 'not_equals'], isValue: isYesOrNo },
  relationship: REFERENCE,
  upload: REFERENCE,
}

const askableOf = (field: FlattenedField): Askable | undefined =>
  field === VERSION_ID
    ? { operators: ['equals', 'not_equals'], isValue: () => true }
    : ASKABLE[field.type]

/** What `user.value` and `user.relationTo` can be asked, of a reference to several collections. */
const OF_PARTS = ['equals', 'not_equals', 'exists']

const canBeAskedBelow = (field: FlattenedField, operator: string): boolean =>
  !hasNothingBelow(field) && (!Array.isArray(leadsTo(field)) || OF_PARTS.includes(operator))

/** Of a reference to several collections both are to be named: which, and which row of it. */
const isReferenceToOneOf = (slugs: readonly string[], part: string | undefined, value: string) =>
  part === 'value' || (part === 'relationTo' && slugs.includes(value))

const isOneValue = (rest: readonly string[]) => rest.length === 0

/** `[in][]=a` and `[in][0]=a`. */
const isOfAList = ([place = '', ...more]: readonly string[]) =>
  more.length === 0 && /^\d*$/.test(place)

/** A condition on a field, as a query states it. */
type Condition = {
  readonly field: FlattenedField | undefined
  readonly operator: string
  /** What stands after the operator: the place in a list, or the part of a reference. */
  readonly rest: readonly string[]
  readonly value: string
}

function isAnswerable({ field, operator, rest, value }: Condition): boolean {
  if (!OPERATORS.includes(operator)) return false
  const slugs = field && leadsTo(field)
  if (Array.isArray(slugs)) return isReferenceToOneOf(slugs, rest[0], value)
  if (operator === 'exists') return isOneValue(rest) && isYesOrNo(value)
  const isOfSeveral = OF_LISTS.includes(operator)
  if (isOfSeveral && value === 'null') return false
  if (!isOneValue(rest) && !(isOfSeveral && isOfAList(rest))) return false
  const askable = field && askableOf(field)
  if (!askable) return true
  const values = isOfSeveral ? value.split(',') : [value]
  return askable.operators.includes(operator) && values.every(askable.isValue)
}

/** `where[or][0][title][like]` as `['title', 'like']`. */
function namesIn(key: string): string[] {
  const names = [...key.matchAll(/\[([^\]]*)\]/g)].map(([, name = '']) => name)
  while (names[0] === 'and' || names[0] === 'or') names.splice(0, 2)
  return names
}

type Asking = {
  readonly collections: Collections
  /** Those of the rows that are asked for. */
  readonly fields: readonly FlattenedField[]
}

function isAnswerableCondition({ collections, fields }: Asking, key: string, value: string) {
  const [path = '', operator, ...rest] = namesIn(key)
  if (operator === undefined) return true
  const names = path.split('.')
  const along = fieldsAlong(collections, fields, names)
  const last = along.at(-1)
  if (along.length === names.length) return isAnswerable({ field: last, operator, rest, value })
  if (last && !canBeAskedBelow(last, operator)) return false
  return isAnswerable({ field: undefined, operator, rest, value })
}

/**
 * The first condition of a query that the database cannot be asked, such as `where[publishedAt][less_than]` with “soon”.
 * Payload 3.90 takes a day that is none, an operator that a field does not have and a reference to nothing for faults of
 * its own.
 *
 * @param address of Payload’s routes, such as `briefings/versions`
 */
export function unanswerableCondition(
  { collections }: Pick<Payload, 'collections'>,
  address: string,
  asked: URLSearchParams,
): string | undefined {
  const [slug = '', below] = address.split('/')
  const fields = (below === 'versions' ? fieldsOfVersions : fieldsOf)(collections, slug)
  return [...asked]
    .filter(([key]) => key.startsWith('where['))
    .find(([key, value]) => !isAnswerableCondition({ collections, fields }, key, value))?.[0]
}
