import { sameSubstance } from '@/lib/same-substance'

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

/** Whether a row and a version say the same in each of `fields`. */
export function holdTheSame(
  row: Readonly<Record<string, unknown>>,
  version: Readonly<Record<string, unknown>>,
  fields: readonly string[],
): boolean {
  const chosen = (from: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(fields.map((name) => [name, from[name]]))
  return sameSubstance(chosen(row), chosen(version))
}
