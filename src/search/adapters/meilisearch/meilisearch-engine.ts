import type { Audience } from '@/access/viewer'
import type { SearchEngine } from '../../search-engine'
import { answerRequest } from './answer-request'
import { askIndex } from './ask'
import {
  type Address,
  asking,
  connect,
  type Connection,
  isForbidden,
  isMissingIndex,
} from './connection'
import { countBriefings } from './count-briefings'
import { AUDIENCES, DEFAULT_PREFIX, indexName } from './index-names'
import { readFingerprint } from './index-record'
import { prepareIndex } from './prepare-indexes'
import { rebuildIndexes } from './rebuild-indexes'
import { suggestTitles } from './suggest-titles'
import { giveSynonyms } from './use-synonyms'
import { heldRecords, putRecords, removeRecords } from './write-records'

export type MeilisearchArguments = Address & {
  /** Begins the names of its indexes: several sites may share a server. */
  readonly prefix?: string
  readonly clock?: () => Date
}

/** Fingerprints by briefing. One whose records disagree was torn by a crash and has none: it is put again. */
async function fingerprints(connection: Connection, name: string, ids?: readonly string[]) {
  const found = new Map<string, string>()
  for (const { briefingId, fingerprint } of await heldRecords(connection, name, ids)) {
    const own = readFingerprint(fingerprint)
    found.set(briefingId, (found.get(briefingId) ?? own) === own ? own : '')
  }
  return found
}

/** The version is told to keys without limits alone: the site's own gets none. */
async function versionOf({ quick }: Connection): Promise<string | null> {
  try {
    return (await quick.getVersion()).pkgVersion
  } catch (fault) {
    if (isForbidden(fault)) return null
    return asking(() => Promise.reject(fault as Error))
  }
}

/** When the indexes that answer were made. Null where one is missing. */
async function madeAt({ quick }: Connection, names: readonly string[]): Promise<string | null> {
  try {
    const indexes = await Promise.all(names.map((name) => quick.getRawIndex(name)))
    return indexes.map(({ createdAt }) => createdAt).join(' ')
  } catch (fault) {
    if (isMissingIndex(fault)) return null
    return asking(() => Promise.reject(fault as Error))
  }
}

/**
 * Meilisearch 1.50. Readers are answered within three seconds or not at all; who writes waits until what was written
 * is found. Indexes are made, and given the settings of this version, by the first write of a process.
 */
export function meilisearchEngine({
  prefix = DEFAULT_PREFIX,
  clock = () => new Date(),
  ...address
}: MeilisearchArguments): SearchEngine {
  const connection = connect(address)
  const names = { public: indexName(prefix, 'public'), members: indexName(prefix, 'members') }
  const both = AUDIENCES.map((audience) => names[audience])
  const reader = (audience: Audience) => askIndex(connection, names[audience])

  let preparing: Promise<void> | undefined
  const prepare = async () => {
    for (const name of both) await prepareIndex(connection, name)
  }
  const prepared = async () => {
    preparing ??= prepare()
    try {
      await preparing
    } catch (fault) {
      preparing = undefined
      throw fault
    }
  }

  return {
    name: 'meilisearch',
    version: () => versionOf(connection),
    put: async (documents) => {
      await prepared()
      await putRecords(connection, names, documents)
    },
    remove: async (ids) => {
      await prepared()
      await removeRecords(connection, names, ids)
    },
    search: (audience, request) => answerRequest(reader(audience), request),
    suggest: (audience, typed, limit) => suggestTitles(reader(audience), typed, limit),
    fingerprints: async (audience, ids) => {
      await prepared()
      return fingerprints(connection, names[audience], ids)
    },
    count: (audience) => countBriefings(connection.quick, names[audience]),
    useSynonyms: async (rules) => {
      await prepared()
      await giveSynonyms(connection, both, rules)
    },
    generation: async () => {
      const made = await madeAt(connection, both)
      if (made !== null && preparing) return made
      preparing = undefined
      await prepared()
      return (await madeAt(connection, both)) ?? ''
    },
    rebuild: async (fill) => {
      await prepared()
      await rebuildIndexes(connection, prefix, clock(), fill)
    },
    close: () => Promise.resolve(),
  }
}
