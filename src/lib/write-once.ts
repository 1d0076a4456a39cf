import type { CollectionSlug, Payload } from 'payload'
import { ValidationError } from 'payload'

const MOST_TRIES = 20

// MongoDB answers so when two writers meet: nothing was written, and the same write may be tried again.
const isWriteConflict = (fault: unknown): boolean =>
  fault instanceof Error && /WriteConflict/i.test(fault.message)

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
    // Below the Local API a ValidationError means one thing: the unique index refused the row.
    if (fault instanceof ValidationError) return false
    throw fault
  }
}
