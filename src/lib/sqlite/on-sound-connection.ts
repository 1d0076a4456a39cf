import { Sqlite3Client } from '@libsql/client/sqlite3'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import Database from 'libsql'
import type { DatabaseAdapterObj } from 'payload'
import { fileOf } from './file-of'
import { withOwnCommits } from './with-own-commits'

/** How long a write waits for another process to end its own, in milliseconds. */
const BUSY_TIMEOUT = 5000

/** The log is cut to so many bytes once it is written to its places. */
const LOG_LIMIT = 64 * 1024 * 1024

function openClient(url: string): Sqlite3Client {
  const file = fileOf(url)
  const db = withOwnCommits(new Database(file))
  db.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT}`)
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA journal_size_limit = ${LOG_LIMIT}`)
  // What is committed survives a power cut.
  db.exec('PRAGMA synchronous = FULL')
  return new Sqlite3Client(file, {}, db, 'number')
}

/** Has Payload write through a connection of which each write is committed by itself: {@link withOwnCommits}. */
export function onSoundConnection(
  database: DatabaseAdapterObj<SQLiteAdapter>,
): DatabaseAdapterObj<SQLiteAdapter> {
  const init: typeof database.init = (args) => {
    const adapter = database.init(args)
    const connect = adapter.connect?.bind(adapter)
    // It opens one of its own where there is none.
    const held: { client?: SQLiteAdapter['client'] } = adapter
    adapter.connect = async (options) => {
      held.client ??= openClient(adapter.clientConfig.url)
      await connect?.(options)
    }
    return adapter
  }
  return { ...database, init }
}
