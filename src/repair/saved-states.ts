import { isDeepStrictEqual } from 'node:util'

/** A row as a database adapter answers it: relations as ids, dates as ISO strings. */
export type Row = Readonly<Record<string, unknown>> & {
  readonly id: string
  readonly createdAt: string
  readonly updatedAt: string
}

export type Version = {
  readonly id: string
  readonly parent: string
  readonly latest?: boolean | null
  readonly createdAt: string
  readonly updatedAt: string
  readonly version: Readonly<Record<string, unknown>> & { readonly updatedAt: string }
}

/**
 * Whether a version was written by a save that wrote the main row too, rather than by a draft save.
 *
 * A draft save gives the version and what it holds one and the same time; any other save times the main row first.
 */
export const isFullSave = ({ updatedAt, version }: Version): boolean =>
  updatedAt !== version.updatedAt

const isAbsent = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0)

/** Fields with something in them; rows of arrays without the ids each table gives its own. */
function substance(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(substance)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, inner]) => !isAbsent(inner) && name !== 'id' && name !== '_id')
      .map(([name, inner]) => [name, substance(inner)]),
  )
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** Whether a row and a version say the same in each of `fields`. */
export function holdTheSame(
  row: Readonly<Record<string, unknown>>,
  version: Readonly<Record<string, unknown>>,
  fields: readonly string[],
): boolean {
  const chosen = (from: Readonly<Record<string, unknown>>) =>
    substance(plain(Object.fromEntries(fields.map((name) => [name, from[name]]))))
  return isDeepStrictEqual(chosen(row), chosen(version))
}
