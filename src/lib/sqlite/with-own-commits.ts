import type Database from 'libsql'

const WRITES = /^\s*(insert|update|delete|replace|create|alter|drop)\b/i

/**
 * Has each writing statement wait for its turn before it begins, and commits it by itself.
 *
 * SQLite leaves a statement that met a busy database standing, to be tried again, and libsql neither does so nor ends it
 * (tursodatabase/libsql-client-ts#352). Until it is collected as garbage no write of the connection is committed: it looks
 * done to this process, nobody else sees it, nobody else can write, and it is gone if the process ends
 * (docs/decisions/048-statements-that-met-a-busy-database.md). `BEGIN IMMEDIATE` waits as well and leaves nothing standing.
 */
export function withOwnCommits(db: Database.Database): Database.Database {
  const prepare = db.prepare.bind(db)
  const isWithin = () => db.inTransaction

  function committed<T>(work: () => T): T {
    if (isWithin()) return work()
    db.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      db.exec('COMMIT')
      return result
    } catch (fault) {
      if (isWithin()) db.exec('ROLLBACK')
      throw fault
    }
  }

  db.prepare = ((sql: string) => {
    const statement = prepare(sql)
    if (!WRITES.test(sql)) return statement
    const run = statement.run.bind(statement)
    const all = statement.all.bind(statement)
    statement.run = (...values) => committed(() => run(...values))
    statement.all = (...values) => committed(() => all(...values))
    return statement
  }) as typeof db.prepare
  return db
}
