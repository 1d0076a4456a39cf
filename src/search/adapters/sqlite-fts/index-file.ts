import { mkdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'libsql'
import { SearchUnavailable } from '../../search-engine'

export type Row = Record<string, string | number | null>
type Value = string | number | null

/** One connection to the index file, with what the adapter asks of it. Calls are synchronous. */
export type IndexFile = {
  readonly rows: (sql: string, values?: readonly Value[]) => Row[]
  readonly run: (sql: string, values?: readonly Value[]) => void
  /** Runs statements that take no values. */
  readonly exec: (sql: string) => void
  /** All of `work` or nothing of it; other processes wait, five seconds at most. */
  readonly writing: <T>(work: () => T) => T
  /** `work` sees one state of the index, whatever is written meanwhile. */
  readonly reading: <T>(work: () => T) => T
  readonly close: () => void
}

const explained = (fault: unknown): SearchUnavailable =>
  new SearchUnavailable('The search index could not be read or written.', { cause: fault })

/**
 * Opens the file, making it and its folder where they are missing. Safe with several processes.
 *
 * `reading` and `writing` throw {@link SearchUnavailable} for the file's own faults.
 */
export function openIndexFile(file: string): IndexFile {
  mkdirSync(path.dirname(file), { recursive: true })
  const db = new Database(file)
  db.exec('PRAGMA busy_timeout = 5000')
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY')

  const inside =
    (begin: string) =>
    <T>(work: () => T): T => {
      try {
        db.exec(begin)
        const result = work()
        db.exec('COMMIT')
        return result
      } catch (fault) {
        if (db.inTransaction) db.exec('ROLLBACK')
        throw explained(fault)
      }
    }

  return {
    rows: (sql, values = []) => db.prepare(sql).all([...values]) as Row[],
    run: (sql, values = []) => void db.prepare(sql).run([...values]),
    exec: (sql) => void db.exec(sql),
    writing: inside('BEGIN IMMEDIATE'),
    reading: inside('BEGIN'),
    close: () => void db.close(),
  }
}
