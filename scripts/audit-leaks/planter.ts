import type { CollectionSlug, Payload } from 'payload'
import { audienceOf, type Stage } from './audiences'
import { filledRow, type References } from './fill-row'
import { hashesOf, type Mark, newWord } from './marks'
import type { PersonaName } from './personas'

type Wanted = {
  readonly stage?: Stage
  readonly owner?: PersonaName
  /** Values in place of what the filling would put there. */
  readonly values?: Readonly<Record<string, unknown>>
  readonly file?: { name: string; mimetype: string; data: Buffer; size: number }
}

export type Planter = ReturnType<typeof planterFor>

type Row = { readonly id: string; readonly slug?: unknown; readonly filename?: unknown }

/** Plants rows with a mark in each field, and remembers every mark. */
export function planterFor(payload: Payload) {
  const marks: Mark[] = []
  const references: Record<string, string | undefined> = {}

  const note = (field: string, mark: string, kind: Mark['kind'], wanted: Wanted): string => {
    const { stage = 'live', owner = null } = wanted
    const of = stage === 'live' ? field : `${field} ${stage}`
    marks.push({ mark, of, kind, owner, audience: audienceOf(field, stage) })
    return mark
  }

  const wordFor = (slug: string, wanted: Wanted) => (path: string) =>
    note(`${slug}.${path}`, newWord(), 'word', wanted)

  const noteRow = (slug: string, row: Row, wanted: Wanted) => {
    note(`${slug}.id`, row.id, 'id', wanted)
    const name = typeof row.filename === 'string' ? /[0-9a-f]{24}/.exec(row.filename)?.[0] : null
    if (name) note(`${slug}.filename`, name, 'id', wanted)
    references[slug] ??= row.id
  }

  const valuesFor = (slug: string, wanted: Wanted): Record<string, unknown> => {
    const { flattenedFields } = payload.collections[slug as CollectionSlug].config
    const filling = {
      word: wordFor(slug, wanted),
      references: references as References,
      slug,
      leftOut: new Set(Object.keys(wanted.values ?? {})),
    }
    return { ...filledRow(flattenedFields, filling), ...wanted.values }
  }

  async function plant(slug: string, wanted: Wanted = {}): Promise<Row> {
    const data = valuesFor(slug, wanted)
    const row = (await payload.create({
      collection: slug as CollectionSlug,
      overrideAccess: true,
      depth: 0,
      data: data as never,
      ...(wanted.file ? { file: wanted.file } : {}),
    })) as Row
    noteRow(slug, row, wanted)
    return row
  }

  /** As `plant`, past Payload’s own hooks and checks: for records the service alone writes. */
  async function plantBeneath(slug: string, wanted: Wanted = {}): Promise<Row> {
    const data = valuesFor(slug, wanted)
    const row: unknown = await payload.db.create({ collection: slug as CollectionSlug, data })
    noteRow(slug, row as Row, wanted)
    return row as Row
  }

  return {
    marks,
    references,
    plant,
    plantBeneath,
    valuesFor,
    word: (field: string, wanted: Wanted = {}) => note(field, newWord(), 'word', wanted),
    secret: (field: string, value: string, wanted: Wanted = {}) => note(field, value, 'id', wanted),
    address: (field: string, wanted: Wanted = {}) => {
      const address = `${note(field, newWord(), 'word', wanted)}@example.org`
      for (const hash of hashesOf(address)) note(`${field} hashed`, hash, 'id', wanted)
      return address
    },
  }
}
