import type { Payload } from 'payload'
import { ledgerFileOf } from './ledger-file'
import { toField } from './sqlite-rows'

/** The fields of each unique index of a collection, on SQLite. A partial one keeps not every row unique. */
export function sqliteUniqueIndexes(payload: Payload, collection: string): string[][] {
  const file = ledgerFileOf(payload)
  const list = file.rows(
    'SELECT name FROM pragma_index_list(?) WHERE "unique" = 1 AND partial = 0',
    [collection.replaceAll('-', '_')],
  )
  return list.map(({ name }) =>
    file
      .rows('SELECT name FROM pragma_index_info(?)', [String(name)])
      .map((column) => toField(String(column.name))),
  )
}

type Index = { readonly key: object; readonly unique?: boolean }

type Models = Readonly<
  Record<string, { readonly collection: { readonly indexes: () => Promise<Index[]> } }>
>

/** The fields of each unique index of a collection, on MongoDB: those that are built, not those under way. */
export async function mongoUniqueIndexes(payload: Payload, collection: string) {
  const { collections } = payload.db as unknown as { collections: Models }
  const indexes = (await collections[collection]?.collection.indexes()) ?? []
  return indexes.filter(({ unique }) => unique).map(({ key }) => Object.keys(key))
}
