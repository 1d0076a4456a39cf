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
  /** `work` sees one state of the index, whatever is written meanwhile. What it writes to temporary tables is undone. */
  readonly reading: <T>(work: () => T) => T
  /** Changes with everything written, by any process. Inside `reading` it is that of the state seen. */
  readonly stamp: () => string
  readonly close: () => void
}

const MOST_STATEMENTS = 200

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

  const statements = new Map<string, Database.Statement>()
  let written = 0

  function prepared(sql: string): Database.Statement {
    const known = statements.get(sql)
    if (known) return known
    if (statements.size >= MOST_STATEMENTS) statements.clear()
    const statement = db.prepare(sql)
    statements.set(sql, statement)
    return statement
  }

  const inside =
    (begin: string, end: string) =>
    <T>(work: () => T): T => {
      try {
        db.exec(begin)
        const result = work()
        db.exec(end)
        return result
      } catch (fault) {
        if (db.inTransaction) db.exec('ROLLBACK')
        throw explained(fault)
      }
    }
  const rows = (sql: string, values: readonly Value[] = []) =>
    prepared(sql).all([...values]) as Row[]
  const writingInside = inside('BEGIN IMMEDIATE', 'COMMIT')

  return {
    rows,
    run: (sql, values = []) => void prepared(sql).run([...values]),
    exec: (sql) => void db.exec(sql),
    writing: (work) => {
      written += 1
      return writingInside(work)
    },
    reading: inside('BEGIN', 'ROLLBACK'),
    stamp: () => `${rows('PRAGMA data_version')[0]?.data_version ?? ''} ${written}`,
    close: () => void db.close(),
  }
}
