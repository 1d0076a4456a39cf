import { MongoClient } from 'mongodb'

/** Begins the names of this run's databases. The workers of a run have one parent. */
const prefixOf = (run: number): string => `signpost-test-${run}-`

const inUse = new Set<number>()

export type LentDatabase = { readonly uri: string; readonly giveBack: () => void }

/**
 * A database on the server of the tests that holds no row. It is one that this worker used before, where it can: to build
 * the indexes anew takes far longer than to delete the rows.
 */
export async function lendDatabase(server: string): Promise<LentDatabase> {
  let number = 1
  while (inUse.has(number)) number += 1
  inUse.add(number)
  const uri = new URL(server)
  uri.pathname = `/${prefixOf(process.ppid)}${process.env.VITEST_POOL_ID ?? '0'}-${number}`
  await emptyOut(uri.toString())
  return { uri: uri.toString(), giveBack: () => inUse.delete(number) }
}

async function emptyOut(uri: string): Promise<void> {
  const client = await MongoClient.connect(uri)
  for (const collection of await client.db().collections()) await collection.deleteMany({})
  await client.close()
}

/** Drops what the workers of a run left on the server. */
export async function dropDatabases(server: string, run: number): Promise<void> {
  const client = await MongoClient.connect(server)
  const { databases } = await client.db('admin').admin().listDatabases({ nameOnly: true })
  for (const { name } of databases) {
    if (name.startsWith(prefixOf(run))) await client.db(name).dropDatabase()
  }
  await client.close()
}
