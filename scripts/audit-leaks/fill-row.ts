import type { FlattenedField } from 'payload'
import { markedArticle, markedBriefing } from './marked-text'

export type Word = (path: string) => string

/** The row each collection’s references lead to. */
export type References = Readonly<Record<string, string | undefined>>

const PAST = '2024-01-02T09:00:00.000Z'

/** Payload keeps these itself. */
const ITS_OWN = new Set([
  'id',
  'createdAt',
  'updatedAt',
  'deletedAt',
  '_status',
  'filename',
  'mimeType',
  'filesize',
  'width',
  'height',
  'focalX',
  'focalY',
  'url',
  'thumbnailURL',
  'sizes',
  'hash',
  'salt',
  'sessions',
  'resetPasswordToken',
  'resetPasswordExpiration',
])

type Named = FlattenedField & {
  name: string
  hasMany?: boolean
  relationTo?: string | string[]
  options?: (string | { value: string })[]
  defaultValue?: unknown
  flattenedFields?: FlattenedField[]
}

type Filling = {
  readonly word: Word
  readonly references: References
  readonly slug: string
  /** Fields that are given a value elsewhere. */
  readonly leftOut: ReadonlySet<string>
}

/** What every row has in a field that holds no words; undefined for all other fields. */
export function commonValue(field: {
  readonly type: string
  readonly options?: Named['options']
  readonly defaultValue?: unknown
}): string | number | undefined {
  if (field.type === 'number') return 1
  if (field.type === 'date') return PAST
  if (field.type !== 'select' && field.type !== 'radio') return undefined
  return typeof field.defaultValue === 'string' ? field.defaultValue : firstOption(field)
}

const firstOption = ({ options = [] }: Pick<Named, 'options'>) => {
  const [first] = options
  return typeof first === 'object' ? first.value : first
}

function reference({ relationTo, hasMany }: Named, references: References): unknown {
  const several = Array.isArray(relationTo)
  const slug = several ? (relationTo[0] ?? '') : (relationTo ?? '')
  const id = references[slug]
  if (id === undefined) return undefined
  const value = several ? { relationTo: slug, value: id } : id
  return hasMany ? [value] : value
}

function valueOf(field: Named, path: string, filling: Filling): unknown {
  const { word, references, slug } = filling
  switch (field.type) {
    case 'text':
      return field.hasMany ? [word(path)] : word(path)
    case 'textarea':
    case 'code':
      return word(path)
    case 'email':
      return `${word(path)}@example.org`
    case 'json':
      return { note: word(path) }
    case 'richText':
      return slug === 'briefings'
        ? markedBriefing((part) => word(`${path}: ${part}`), {
            source: references.sources ?? '',
            picture: references.attachments ?? '',
          })
        : markedArticle((part) => word(`${path}: ${part}`), { picture: references.media ?? '' })
    case 'relationship':
    case 'upload':
      return reference(field, references)
    case 'array':
      return [filledRow(field.flattenedFields, filling, `${path}.`)]
    case 'group':
      return filledRow(field.flattenedFields, filling, `${path}.`)
    default:
      return commonValue(field)
  }
}

/** A row with a mark in every field that holds words, and something fitting in every other. */
export function filledRow(
  fields: readonly FlattenedField[],
  filling: Filling,
  before = '',
): Record<string, unknown> {
  const { leftOut } = filling
  const row: Record<string, unknown> = {}
  for (const field of fields as readonly Named[]) {
    const isVirtual = (field as { virtual?: unknown }).virtual
    const isPayloadsOwn = field.name === 'id' || (before === '' && ITS_OWN.has(field.name))
    if (isVirtual || isPayloadsOwn || leftOut.has(before + field.name)) continue
    row[field.name] = valueOf(field, `${before}${field.name}`, filling)
  }
  return row
}
