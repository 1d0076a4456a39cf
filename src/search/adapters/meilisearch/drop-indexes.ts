import { asking, connect, done } from './connection'
import type { MeilisearchArguments } from './meilisearch-engine'

const MOST_INDEXES = 1000

/** Removes every index of a prefix, for engines that were made to be thrown away. */
export async function dropIndexes({
  prefix,
  ...address
}: Required<Omit<MeilisearchArguments, 'clock'>>): Promise<void> {
  const connection = connect(address)
  const { patient } = connection
  const { results } = await asking(() => patient.getRawIndexes({ limit: MOST_INDEXES }))
  for (const { uid } of results.filter((index) => index.uid.startsWith(`${prefix}_`))) {
    await done(connection, patient.deleteIndex(uid))
  }
}
