import type { Payload } from 'payload'

/** Rows looked at for each index: enough to choose between indexes, milliseconds even for a large archive. */
const ROWS_LOOKED_AT = 400

type SqlClient = { readonly executeMultiple: (sql: string) => Promise<void> }

const isSqlClient = (client: unknown): client is SqlClient =>
  typeof client === 'object' && client !== null && 'executeMultiple' in client

/**
 * Lets SQLite count its rows, so that it chooses indexes by what is there: without counts it read ten briefings by id
 * as all that are published, twenty times slower with ten thousand of them.
 *
 * Each process does so for itself, since a connection learns of counts only by its own look. Safe to repeat; does
 * nothing on MongoDB, which keeps its own.
 */
export async function keepStatistics(payload: Payload): Promise<void> {
  const client: unknown = 'client' in payload.db ? payload.db.client : null
  if (!isSqlClient(client)) return
  await client.executeMultiple(`PRAGMA analysis_limit = ${ROWS_LOOKED_AT}; ANALYZE;`)
}
