import type { EnqueuedTask } from 'meilisearch'
import type { SearchDocument } from '../../search-document'
import { asking, type Connection, done } from './connection'
import { type IndexRecord, memberRecords, publicRecords } from './index-record'
import { isOneOf } from './narrowing'

const MOST_BYTES = 8_000_000
const MOST_RECORDS = 1000
const MOST_READ = 1_000_000

type Held = Pick<IndexRecord, 'pk' | 'briefingId' | 'fingerprint'>

export type IndexPair = { readonly public: string; readonly members: string }

/** Lines of JSON, in pieces a request may carry. */
export function piecesOf(records: readonly IndexRecord[]): string[] {
  const pieces: string[][] = [[]]
  let bytes = 0
  for (const record of records) {
    const line = JSON.stringify(record)
    const size = Buffer.byteLength(line)
    const isFull = bytes + size > MOST_BYTES || (pieces.at(-1)?.length ?? 0) >= MOST_RECORDS
    if (isFull && bytes > 0) {
      pieces.push([])
      bytes = 0
    }
    pieces.at(-1)?.push(line)
    bytes += size
  }
  return pieces.map((lines) => lines.join('\n'))
}

async function addRecords({ patient }: Connection, name: string, records: readonly IndexRecord[]) {
  const tasks: EnqueuedTask[] = []
  for (const piece of piecesOf(records)) {
    const index = patient.index(name)
    tasks.push(
      await asking(() =>
        index.addDocumentsFromString(piece, 'application/x-ndjson', { primaryKey: 'pk' }),
      ),
    )
  }
  return tasks
}

/** The last of each id: a document may be handed over twice. */
const distinct = (documents: readonly SearchDocument[]): readonly SearchDocument[] => [
  ...new Map(documents.map((document) => [document.id, document])).values(),
]

/** Hands documents over for both audiences, members first, and tells what must be waited for. The server takes turns. */
export async function handOver(
  connection: Connection,
  into: IndexPair,
  documents: readonly SearchDocument[],
): Promise<readonly EnqueuedTask[]> {
  const all = distinct(documents)
  return [
    ...(await addRecords(connection, into.members, all.flatMap(memberRecords))),
    ...(await addRecords(connection, into.public, all.flatMap(publicRecords))),
  ]
}

export const allDone = async (
  connection: Connection,
  tasks: readonly EnqueuedTask[],
): Promise<void> => {
  await Promise.all(tasks.map((task) => done(connection, Promise.resolve(task))))
}

/** Every record held of those briefings, or of all their fronts. */
export async function heldRecords(
  { patient }: Connection,
  name: string,
  ids?: readonly string[],
): Promise<readonly Held[]> {
  const { results } = await asking(() =>
    patient.index<Held>(name).getDocuments({
      filter: [ids ? isOneOf('briefingId', ids) : 'part = 0'],
      fields: ['pk', 'briefingId', 'fingerprint'],
      limit: MOST_READ,
    }),
  )
  return results
}

/**
 * Puts documents in the place of what is held of them. Records that are no more go first: should the process end in
 * between, the briefing keeps its old fingerprint and is put again.
 */
export async function putRecords(
  connection: Connection,
  into: IndexPair,
  documents: readonly SearchDocument[],
): Promise<void> {
  if (documents.length === 0) return
  const kept = new Set(documents.flatMap(memberRecords).map(({ pk }) => pk))
  const held = await heldRecords(
    connection,
    into.members,
    documents.map(({ id }) => id),
  )
  const stale = held.map(({ pk }) => pk).filter((pk) => !kept.has(pk))
  const removals: EnqueuedTask[] = []
  for (const name of stale.length > 0 ? [into.public, into.members] : []) {
    removals.push(await asking(() => connection.patient.index(name).deleteDocuments(stale)))
  }
  await allDone(connection, [...removals, ...(await handOver(connection, into, documents))])
}

export async function removeRecords(
  connection: Connection,
  from: IndexPair,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  const filter = isOneOf('briefingId', ids)
  const tasks: EnqueuedTask[] = []
  for (const name of [from.public, from.members]) {
    tasks.push(await asking(() => connection.patient.index(name).deleteDocuments({ filter })))
  }
  await allDone(connection, tasks)
}
