import type { Settings } from '@/config/settings'
import { missingMigrations } from '@/repair/missing-migrations'
import { unknownMigrations } from '@/repair/unknown-migrations'
import { migrations } from '../../migrations'

/** The database is not of this version: it is behind, or a newer version has changed it. */
export class OtherDatabase extends Error {
  override readonly name = 'OtherDatabase'
}

/**
 * For what runs on and on, the site and the worker: neither brings a database to its version by being started. Looks before
 * Payload connects, which would migrate.
 *
 * @throws {OtherDatabase} before anything is touched.
 */
export function refuseOtherDatabases({ database }: Settings): void {
  const names = migrations.map(({ name }) => name)
  if (unknownMigrations(database, names).length > 0) {
    throw new OtherDatabase(
      'The database was made by a newer version of Signpost. Install that version.',
    )
  }
  if (missingMigrations(database, names).length > 0) {
    throw new OtherDatabase('The database is not up to date. Bring it there first: npm run migrate')
  }
}
