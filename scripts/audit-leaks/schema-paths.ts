import type { FlattenedField, SanitizedCollectionConfig } from 'payload'
import { isKeptFromOfficers } from './audiences'
import { commonValue } from './fill-row'
import type { Mark } from './marks'
import type { SchemaPath } from './world'

type Nest = {
  name: string
  type: string
  relationTo?: string | string[]
  options?: (string | { value: string })[]
  defaultValue?: unknown
  flattenedFields?: FlattenedField[]
  blocks?: { flattenedFields: FlattenedField[] }[]
}

type Found = {
  readonly path: string
  readonly leadsTo: readonly string[]
  /** What stands in every row there, where that is no word. */
  readonly common?: string | undefined
}

function pathsBelow(fields: readonly FlattenedField[], before: string): Found[] {
  return (fields as unknown as Nest[]).flatMap((field) => {
    const path = `${before}${field.name}`
    const inner = [
      ...(field.flattenedFields ?? []),
      ...(field.blocks ?? []).flatMap((block) => block.flattenedFields),
    ]
    const leadsTo = field.relationTo === undefined ? [] : [field.relationTo].flat()
    const withinText =
      field.type === 'richText' ? [{ path: `${path}.root.children.text`, leadsTo }] : []
    const common = commonValue(field)?.toString()
    return [{ path, leadsTo, common }, ...withinText, ...pathsBelow(inner, `${path}.`)]
  })
}

const beginsWith = (mark: Mark, field: string) =>
  mark.kind === 'word' &&
  (mark.of === field ||
    mark.of.startsWith(`${field}.`) ||
    mark.of.startsWith(`${field}:`) ||
    mark.of.startsWith(`${field} `))

/** What stands there and is not everybody’s: of a row that is out, else of one that is not. */
function guessAt(field: string, marks: readonly Mark[]): Mark | undefined {
  const fitting = marks.filter((mark) => mark.audience !== 'public' && beginsWith(mark, field))
  return fitting.find(({ audience }) => audience === 'members') ?? fitting[0]
}

/** For a field even staff may not ask about: an id, a hash or a date that stands there is as good a guess as a word. */
const keptValue = (field: string, marks: readonly Mark[]): string | undefined =>
  marks.find(({ of, audience }) => of === field && audience !== 'public')?.mark

/** Every field of every collection as a query names it, each with the mark that stands in it. */
export function schemaPaths(
  collections: readonly SanitizedCollectionConfig[],
  marks: readonly Mark[],
): SchemaPath[] {
  const hidden = marks.find(({ of }) => of === 'briefings.title of a draft')?.mark ?? ''
  return collections.flatMap(({ slug, flattenedFields }) =>
    pathsBelow(flattenedFields, '').map(({ path, leadsTo, common }) => {
      const field = `${slug}.${path}`
      const kept = isKeptFromOfficers(field) ? (keptValue(field, marks) ?? common) : undefined
      const guess = guessAt(field, marks)?.mark ?? kept ?? hidden
      return { collection: slug, path, leadsTo, guess }
    }),
  )
}
