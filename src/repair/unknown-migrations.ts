import { existsSync } from 'node:fs'
import Database from 'libsql'
import type { Settings } from '@/config/settings'
import { fileOf } from '@/lib/sqlite/file-of'

/**
 * The migrations a database has had and this version does not know: any means that a newer version was here.
 *
 * Reads only, and before Payload connects, which would migrate. MongoDB has no migrations, and a file that is not there
 * has had none.
 */
export function unknownMigrations(
  { kind, uri }: Settings['database'],
  known: readonly string[],
): string[] {
  if (kind !== 'sqlite') return []
  const file = fileOf(uri)
  if (!existsSync(file)) return []
  const database = new Database(file, { readonly: true })
  try {
    return appliedMigrations(database).filter((name) => !known.includes(name))
  } finally {
    database.close()
  }
}

/** The names of the migrations a database has had. */
export function appliedMigrations(database: Database.Database): string[] {
  const table = database
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'payload_migrations'")
    .get()
  if (!table) return []
  const rows = database
    .prepare('SELECT name FROM payload_migrations WHERE batch > 0 AND name IS NOT NULL')
    .all() as { name: string }[]
  return rows.map(({ name }) => name)
}
