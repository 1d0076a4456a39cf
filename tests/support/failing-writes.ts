import type { Payload } from 'payload'

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

const WRITES = ['create', 'updateOne', 'deleteMany'] as const

/** Puts a crash between a Payload and its database, at any write. */
export function failingWrites(payload: Payload): FailingWrites {
  let left = Infinity
  const db = payload.db as unknown as Record<string, (...words: unknown[]) => Promise<unknown>>
  for (const name of WRITES) {
    const write = db[name]?.bind(payload.db)
    if (!write) throw new Error(`The database has no ${name}.`)
    db[name] = (...words) => {
      if (left <= 0) return Promise.reject(new Crash(`No ${name} after the end.`))
      left -= 1
      return write(...words)
    }
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
