import type { Payload } from 'payload'
import { isOnSqlite } from '@/bulletin/adapters/by-database'
import { ledgerFileOf } from '@/bulletin/adapters/ledger-file'

/** The process was ended: nothing it writes from now on is written. */
export class Crash extends Error {
  override readonly name = 'Crash'
}

export type FailingWrites = {
  /** Lets so many writes through, and none after them. */
  readonly crashAfter: (writes: number) => void
  /** A new process: writes go through again. Answers whether the last one had ended. */
  readonly restart: () => boolean
}

type Writer = Record<string, (...words: unknown[]) => Promise<unknown>>

/** Whatever the service writes through: Payload's layer, and below it the ledger's own ways. */
function writersOf(payload: Payload): [Writer, readonly string[]][] {
  const db = payload.db as unknown as Writer
  const { collections } = payload.db as unknown as {
    collections: Record<string, { collection: Writer }>
  }
  const below: [unknown, readonly string[]][] = isOnSqlite(payload)
    ? [[ledgerFileOf(payload), ['commit', 'commitSoon']]]
    : [
        [collections['bulletin-deliveries']?.collection, ['updateOne']],
        [collections['bulletin-receipts']?.collection, ['bulkWrite']],
      ]
  return [[db, ['create', 'updateOne', 'deleteMany']], ...(below as [Writer, string[]][])]
}

/** Puts a crash between a Payload and its database, at any write. */
export function failingWrites(payload: Payload): FailingWrites {
  let left = Infinity
  const failing = (writer: Writer, name: string) => {
    const write = writer[name]?.bind(writer)
    if (!write) throw new Error(`The database has no ${name}.`)
    writer[name] = (...words) => {
      if (left <= 0) return Promise.reject(new Crash(`No ${name} after the end.`))
      left -= 1
      return write(...words)
    }
  }
  for (const [writer, names] of writersOf(payload)) {
    for (const name of names) failing(writer, name)
  }
  return {
    crashAfter: (writes) => {
      left = writes
    },
    restart: () => {
      const hasEnded = left <= 0
      left = Infinity
      return hasEnded
    },
  }
}
