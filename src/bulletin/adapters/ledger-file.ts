import Database from 'libsql'
import type { Payload } from 'payload'
import { fileOf } from '@/lib/sqlite/file-of'

export type Value = string | number | null
export type Row = Record<string, Value>

/** A connection of its own to the database of a Payload, for what is asked and written for each mail. */
export type LedgerFile = {
  readonly rows: (sql: string, values?: readonly Value[]) => Row[]
  /** The first row, or undefined. */
  readonly row: (sql: string, values?: readonly Value[]) => Row | undefined
  /** Runs one statement and answers how many rows it changed. To be called within `commit`. */
  readonly run: (sql: string, values?: readonly Value[]) => number
  /**
   * Does `work` in the next commit, and answers once that is on the disk.
   *
   * All that is asked for within one turn of the event loop goes into one commit: it succeeds or fails as one.
   */
  readonly commit: <T>(work: () => T) => Promise<T>
  /**
   * As `commit`, but waits so many milliseconds for another to go with, or until so many wait as `company` says. Never on
   * the disk later than what is asked for after it.
   */
  readonly commitSoon: <T>(work: () => T, withinMs: number, company?: number) => Promise<T>
  /** How many commits were made. */
  readonly commits: () => number
  /** Another number whenever another connection has written since (SQLite: `PRAGMA data_version`). */
  readonly version: () => number
}

type Waiting = {
  readonly work: () => unknown
  readonly done: (result: never) => void
  readonly failed: (fault: unknown) => void
}

/** Pages kept in the log before they are written to their places: the same few are written again and again. */
const LOG_PAGES = 16_000

function openLedgerFile(file: string): LedgerFile {
  const db = new Database(file)
  // The same promises as Payload's own connection: others are waited for, and what is committed survives a power cut.
  db.exec('PRAGMA busy_timeout = 5000')
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  db.exec(`PRAGMA wal_autocheckpoint = ${LOG_PAGES}`)
  const statements = new Map<string, Database.Statement>()
  let waiting: Waiting[] = []
  let commits = 0
  let expected = 0
  let isUnderWay = false
  let timer: NodeJS.Timeout | undefined
  let dueAt = Infinity

  const prepared = (sql: string): Database.Statement => {
    const statement = statements.get(sql) ?? db.prepare(sql)
    statements.set(sql, statement)
    return statement
  }

  const workOff = (batch: readonly Waiting[]): unknown[] => {
    db.exec('BEGIN IMMEDIATE')
    try {
      const results = batch.map(({ work }) => work())
      db.exec('COMMIT')
      commits += 1
      return results
    } catch (fault) {
      if (db.inTransaction) db.exec('ROLLBACK')
      throw fault
    }
  }

  const commitAll = () => {
    clearTimeout(timer)
    dueAt = Infinity
    isUnderWay = false
    expected = 0
    const batch = waiting
    waiting = []
    if (batch.length === 0) return
    try {
      const results = workOff(batch)
      batch.forEach(({ done }, index) => done(results[index] as never))
    } catch (fault) {
      for (const { failed } of batch) failed(fault)
    }
  }

  const startNow = () => {
    if (!isUnderWay) setImmediate(commitAll)
    isUnderWay = true
  }

  const startWithin = (ms: number) => {
    const at = performance.now() + ms
    if (at >= dueAt) return
    clearTimeout(timer)
    timer = setTimeout(commitAll, ms)
    dueAt = at
  }

  const inLine = <T>(work: () => T): Promise<T> =>
    new Promise((done, failed) => {
      waiting.push({ work, done, failed })
    })

  return {
    rows: (sql, values = []) => prepared(sql).all([...values]) as Row[],
    run: (sql, values = []) => prepared(sql).run([...values]).changes,
    row: (sql, values = []) => prepared(sql).get([...values]) as Row | undefined,
    commit: (work) => {
      startNow()
      return inLine(work)
    },
    commitSoon: (work, withinMs, company = Infinity) => {
      expected += Number.isFinite(company) ? 1 : 0
      if (expected >= company) startNow()
      else startWithin(withinMs)
      return inLine(work)
    },
    commits: () => commits,
    version: () => Number((prepared('PRAGMA data_version').get() as Row).data_version),
  }
}

const opened = new WeakMap<Payload, LedgerFile>()

/** The ledger's connection of this Payload, which must stand on SQLite. Opened once. */
export function ledgerFileOf(payload: Payload): LedgerFile {
  const known = opened.get(payload)
  if (known) return known
  const { clientConfig } = payload.db as unknown as { clientConfig: { url: string } }
  const file = openLedgerFile(fileOf(clientConfig.url))
  opened.set(payload, file)
  return file
}
