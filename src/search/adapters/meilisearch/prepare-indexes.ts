import type { Synonyms } from 'meilisearch'
import { asking, type Connection, done, isMissingIndex, MeilisearchTaskFailed } from './connection'
import { INDEX_SETTINGS } from './index-settings'

/** Makes the index where it is missing. Safe to repeat, and beside another process that does the same. */
async function ensureIndex(connection: Connection, name: string): Promise<void> {
  try {
    await connection.patient.getRawIndex(name)
    return
  } catch (fault) {
    if (!isMissingIndex(fault)) await asking(() => Promise.reject(fault as Error))
  }
  try {
    await done(connection, connection.patient.createIndex(name, { primaryKey: 'pk' }))
  } catch (fault) {
    const isThere = fault instanceof MeilisearchTaskFailed && fault.code === 'index_already_exists'
    if (!isThere) throw fault
  }
}

/** An index with the settings of this version; with what it holds, and its synonyms, where it was there before. */
export async function prepareIndex(
  connection: Connection,
  name: string,
  synonyms?: Synonyms,
): Promise<void> {
  await ensureIndex(connection, name)
  const settings = synonyms ? { ...INDEX_SETTINGS, synonyms } : INDEX_SETTINGS
  await done(connection, connection.patient.index(name).updateSettings(settings))
}
