import { existsSync } from 'node:fs'
import Database from 'libsql'
import type { Settings } from '@/config/settings'
import { fileOf } from '@/lib/sqlite/file-of'
import { appliedMigrations } from './unknown-migrations'

/**
 * The migrations this version has and the database has not had yet: all of them where there is no database.
 *
 * Reads only. MongoDB has no migrations.
 */
export function missingMigrations(
  { kind, uri }: Settings['database'],
  known: readonly string[],
): string[] {
  if (kind !== 'sqlite') return []
  const file = fileOf(uri)
  if (!existsSync(file)) return [...known]
  const database = new Database(file, { readonly: true })
  try {
    const applied = appliedMigrations(database)
    return known.filter((name) => !applied.includes(name))
  } finally {
    database.close()
  }
}
