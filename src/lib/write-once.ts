import type { CollectionSlug, Payload } from 'payload'
import { refusedFields } from './refused-fields'

const MOST_TRIES = 20

// MongoDB answers so when two writers meet: nothing was written, and the same write may be tried again.
const isWriteConflict = (fault: unknown): boolean =>
  fault instanceof Error && /WriteConflict/i.test(fault.message)

const SQLITE_UNIQUE = 'SQLITE_CONSTRAINT_UNIQUE'

/**
 * Whether a write below the Local API was refused by a unique index. Payload names most refusals a ValidationError, but
 * those of a conditional write on SQLite it passes on as the database's own, at any depth of causes.
 */
export function isTaken(fault: unknown): boolean {
  if (refusedFields(fault)) return true
  if (!(fault instanceof Error)) return false
  return (fault as { code?: unknown }).code === SQLITE_UNIQUE || isTaken(fault.cause)
}

/** Runs a single write again for as long as another writer was in its way. Throws what else goes wrong. */
export async function throughConflicts<T>(write: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await write()
    } catch (fault) {
      if (tries === MOST_TRIES || !isWriteConflict(fault)) throw fault
    }
  }
}

/**
 * Inserts a row unless one with its unique key is there already.
 *
 * @returns whether this call wrote it. Safe to repeat, and from two processes at once.
 */
export async function writeOnce(
  payload: Payload,
  collection: CollectionSlug,
  data: Record<string, unknown>,
): Promise<boolean> {
  try {
    await throughConflicts(() => payload.db.create({ collection, data }))
    return true
  } catch (fault) {
    if (isTaken(fault)) return false
    throw fault
  }
}
