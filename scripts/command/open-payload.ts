import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { settings } from '@/config/settings'
import { unknownMigrations } from '@/repair/unknown-migrations'
import { migrations } from '../../migrations'

/** A newer version of this software has changed the database. */
export class NewerDatabase extends Error {
  override readonly name = 'NewerDatabase'
  constructor(names: readonly string[]) {
    super(
      `The database was made by a newer version of Signpost: it holds ${names.join(', ')}. ` +
        'Nothing was changed. Install that version, or restore a backup made with this one.',
    )
  }
}

/**
 * Payload for a command. On SQLite, connecting brings the database to this version.
 *
 * @throws {NewerDatabase} before anything is touched.
 */
export async function openPayload(): Promise<Payload> {
  const names = unknownMigrations(
    settings().database,
    migrations.map(({ name }) => name),
  )
  if (names.length > 0) throw new NewerDatabase(names)
  return getPayload({ config })
}
