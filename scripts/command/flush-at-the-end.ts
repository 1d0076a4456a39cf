import type { Payload } from 'payload'

type SqlClient = {
  readonly execute: (sql: string) => Promise<{ readonly rows: readonly object[] }>
}

const isSqlClient = (client: unknown): client is SqlClient =>
  typeof client === 'object' && client !== null && 'execute' in client

/**
 * Does the work of a command that saves much without waiting for the disk after each statement, and waits for it once, before
 * it returns. Whether the work fails or not, what it saved is on the disk then.
 *
 * Only for work that is safe to repeat: until then a power cut may undo the last saves, in order, and never tears one
 * (https://www.sqlite.org/pragma.html#pragma_synchronous, NORMAL with a write-ahead log). A process that is killed undoes nothing.
 * It holds for this process’s connection alone: not for a site that serves meanwhile. Does nothing more on MongoDB.
 */
export async function flushedAtTheEnd<T>(payload: Payload, work: () => Promise<T>): Promise<T> {
  const client: unknown = 'client' in payload.db ? payload.db.client : null
  if (!isSqlClient(client)) return work()
  await client.execute('PRAGMA synchronous = NORMAL')
  try {
    return await work()
  } finally {
    await client.execute('PRAGMA synchronous = FULL')
    await client.execute('PRAGMA wal_checkpoint(FULL)')
  }
}
