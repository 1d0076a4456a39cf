import type { Audience } from '@/access/viewer'
import type { SearchDocument } from '../../search-document'
import type { SearchEngine } from '../../search-engine'
import { answerRequest } from './answer-request'
import { rememberDocs } from './held-docs'
import { type IndexFile, openIndexFile } from './index-file'
import { keepRules, openRules } from './keep-rules'
import type { Reader } from './reader'
import { prepareShown } from './show-hits'
import { suggestTitles } from './suggest-titles'
import {
  AUDIENCES,
  createGeneration,
  currentGeneration,
  installGeneration,
  prepareTables,
  takeGeneration,
  tableSet,
} from './tables'
import { openVocabulary } from './vocabulary'
import { putForMembers, putForPublic, removeDocument } from './write-documents'

const BATCH = 10

/** libsql works synchronously: between two batches the process gets to answer others. */
const yieldToOthers = () => new Promise<void>((resolve) => setImmediate(resolve))

function putBatch(file: IndexFile, generation: number, documents: readonly SearchDocument[]) {
  for (const document of documents) {
    putForPublic(file, tableSet('public', generation), document)
    putForMembers(file, tableSet('members', generation), document)
  }
}

async function inBatches<T>(items: readonly T[], work: (batch: readonly T[]) => void) {
  for (let start = 0; start < items.length; start += BATCH) {
    work(items.slice(start, start + BATCH))
    await yieldToOthers()
  }
}

async function rebuild(file: IndexFile, fill: (put: SearchEngine['put']) => Promise<void>) {
  const generation = file.writing(() => {
    const taken = takeGeneration(file)
    createGeneration(file, taken)
    return taken
  })
  await fill((documents) =>
    inBatches(documents, (batch) => {
      file.writing(() => putBatch(file, generation, batch))
    }),
  )
  file.writing(() => installGeneration(file, generation))
}

function fingerprints(file: IndexFile, audience: Audience, ids?: readonly string[]) {
  const { doc } = tableSet(audience, currentGeneration(file))
  const rows = ids
    ? file.rows(`SELECT id, fingerprint FROM ${doc} WHERE id IN (SELECT value FROM json_each(?))`, [
        JSON.stringify(ids),
      ])
    : file.rows(`SELECT id, fingerprint FROM ${doc}`)
  return new Map(rows.map(({ id, fingerprint }) => [String(id), String(fingerprint)]))
}

/** Reads an audience's index. What it remembers between calls is brought to the state each call sees. */
function openReader(file: IndexFile): (audience: Audience) => Reader {
  const docs = rememberDocs(file)
  const vocabulary = openVocabulary(file)
  const rules = openRules(file)
  return (audience) => {
    const set = tableSet(audience, currentGeneration(file))
    const sql = `SELECT 1 FROM ${set.fts} WHERE ${set.fts} MATCH ? LIMIT 1`
    return {
      file,
      set,
      held: docs(set),
      vocabulary: vocabulary(set),
      synonyms: rules(),
      isHeld: (match) => file.rows(sql, [match]).length > 0,
    }
  }
}

/**
 * The embedded engine: SQLite FTS5 in a file of its own, which may be deleted at any time and built anew.
 * Safe with several processes: each sees what the others have written at its next call.
 */
export function sqliteSearchEngine(path: string): SearchEngine {
  const file = openIndexFile(path)
  prepareTables(file)
  prepareShown(file)
  const reader = openReader(file)

  const asking = <T>(work: () => T): Promise<T> => Promise.resolve().then(() => file.reading(work))
  const current = (audience: Audience) => tableSet(audience, currentGeneration(file))

  return {
    name: 'sqlite',
    version: () =>
      asking(() => String(file.rows('SELECT sqlite_version() AS version')[0]?.version)),
    put: (documents) =>
      inBatches(documents, (batch) => {
        file.writing(() => putBatch(file, currentGeneration(file), batch))
      }),
    remove: (ids) =>
      inBatches(ids, (batch) => {
        file.writing(() => {
          for (const id of batch) {
            for (const audience of AUDIENCES) removeDocument(file, current(audience), id)
          }
        })
      }),
    search: (audience, request) => asking(() => answerRequest(reader(audience), request)),
    suggest: (audience, typed, limit) =>
      asking(() => suggestTitles(reader(audience), typed, limit)),
    fingerprints: (audience, ids) => asking(() => fingerprints(file, audience, ids)),
    count: (audience) =>
      asking(() =>
        Number(file.rows(`SELECT count(*) AS held FROM ${current(audience).doc}`)[0]?.held),
      ),
    useSynonyms: (rules) => Promise.resolve().then(() => keepRules(file, rules)),
    generation: () => asking(() => String(currentGeneration(file))),
    rebuild: (fill) => rebuild(file, fill),
    close: () => {
      file.close()
      return Promise.resolve()
    },
  }
}
