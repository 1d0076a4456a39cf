import type { Facet } from '../../search-request'
import type { IndexFile } from './index-file'
import type { TableSet } from './tables'

/** What results are narrowed, counted and ordered by. */
export type HeldDoc = {
  readonly rid: number
  readonly id: string
  readonly titleKey: string
  readonly referenceKey: string
  readonly publishedAt: string
  readonly publishedOn: string
  /** Numbers of {@link HeldDocs.values}. */
  readonly values: readonly number[]
}

export type HeldValue = { readonly facet: Facet; readonly value: string; readonly label: string }

/** Every briefing of an audience, without its text. */
export type HeldDocs = {
  readonly docs: ReadonlyMap<number, HeldDoc>
  readonly byId: ReadonlyMap<string, HeldDoc>
  readonly values: readonly HeldValue[]
  /** The number of a value, or undefined where no briefing has it. */
  readonly numberOf: (facet: Facet, value: string) => number | undefined
}

type Kept = {
  stamp: string
  readonly docs: Map<number, HeldDoc>
  readonly byId: Map<string, HeldDoc>
  readonly values: HeldValue[]
  readonly numbers: Map<string, number>
}

const keyOf = (facet: string, value: string): string => `${facet} ${value}`

/** The latest label counts: a renamed topic is renamed everywhere. */
function numberFor(kept: Kept, [facet, value, label]: readonly [Facet, string, string]): number {
  const known = kept.numbers.get(keyOf(facet, value))
  const number = known ?? kept.values.length
  kept.values[number] = { facet, value, label }
  if (known === undefined) kept.numbers.set(keyOf(facet, value), number)
  return number
}

function load(file: IndexFile, set: TableSet, kept: Kept, rids: readonly number[]): void {
  const rows = file.rows(
    `SELECT rid, id, title_key, reference_key, published_at, published_on, facets
     FROM ${set.doc} WHERE rid IN (SELECT value FROM json_each(?)) ORDER BY rid`,
    [JSON.stringify(rids)],
  )
  for (const row of rows) {
    const facets = JSON.parse(String(row.facets)) as [Facet, string, string][]
    const doc: HeldDoc = {
      rid: Number(row.rid),
      id: String(row.id),
      titleKey: String(row.title_key),
      referenceKey: String(row.reference_key),
      publishedAt: String(row.published_at),
      publishedOn: String(row.published_on),
      values: [...new Set(facets.map((facet) => numberFor(kept, facet)))],
    }
    kept.docs.set(doc.rid, doc)
    kept.byId.set(doc.id, doc)
  }
}

/** Brings what is remembered to the state being read: forgets what is gone, reads what is new. */
function refresh(file: IndexFile, set: TableSet, kept: Kept): void {
  const [row] = file.rows(`SELECT json_group_array(rid) AS rids FROM ${set.doc}`)
  const rids = JSON.parse(String(row?.rids)) as number[]
  const held = new Set(rids)
  for (const doc of kept.docs.values()) {
    if (held.has(doc.rid)) continue
    kept.docs.delete(doc.rid)
    if (kept.byId.get(doc.id) === doc) kept.byId.delete(doc.id)
  }
  const lacking = rids.filter((rid) => !kept.docs.has(rid))
  if (lacking.length > 0) load(file, set, kept, lacking)
}

const anew = (): Kept => ({
  stamp: '',
  docs: new Map(),
  byId: new Map(),
  values: [],
  numbers: new Map(),
})

/**
 * Remembers the briefings of each audience, so that narrowing and counting read no table. Call what it returns inside
 * `reading`: it then stands exactly for the state that is read.
 */
export function rememberDocs(file: IndexFile): (set: TableSet) => HeldDocs {
  const remembered = new Map<string, Kept>()
  return (set) => {
    const kept = remembered.get(set.doc) ?? anew()
    const stamp = file.stamp()
    if (kept.stamp !== stamp) {
      refresh(file, set, kept)
      kept.stamp = stamp
    }
    remembered.delete(set.doc)
    remembered.set(set.doc, kept)
    const [oldest] = remembered.keys()
    if (remembered.size > 2 && oldest !== undefined) remembered.delete(oldest)
    const { docs, byId, values, numbers } = kept
    return { docs, byId, values, numberOf: (facet, value) => numbers.get(keyOf(facet, value)) }
  }
}
