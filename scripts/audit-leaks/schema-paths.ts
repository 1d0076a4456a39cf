import type { FlattenedField, SanitizedCollectionConfig } from 'payload'
import type { Mark } from './marks'
import type { SchemaPath } from './world'

type Nest = {
  name: string
  type: string
  relationTo?: string | string[]
  flattenedFields?: FlattenedField[]
  blocks?: { flattenedFields: FlattenedField[] }[]
}

type Found = { readonly path: string; readonly leadsTo: readonly string[] }

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
    return [{ path, leadsTo }, ...withinText, ...pathsBelow(inner, `${path}.`)]
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

/** Every field of every collection as a query names it, each with the mark that stands in it. */
export function schemaPaths(
  collections: readonly SanitizedCollectionConfig[],
  marks: readonly Mark[],
): SchemaPath[] {
  const hidden = marks.find(({ of }) => of === 'briefings.title of a draft')?.mark ?? ''
  return collections.flatMap(({ slug, flattenedFields }) =>
    pathsBelow(flattenedFields, '').map(({ path, leadsTo }) => ({
      collection: slug,
      path,
      leadsTo,
      guess: guessAt(`${slug}.${path}`, marks)?.mark ?? hidden,
    })),
  )
}
