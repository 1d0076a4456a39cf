import { randomBytes } from 'node:crypto'
import type { EnqueuedTask } from 'meilisearch'
import type { SearchEngine } from '../../search-engine'
import { asking, type Connection, done } from './connection'
import { countBriefings } from './count-briefings'
import { AUDIENCES, indexName, isBeingBuilt, nextName } from './index-names'
import { prepareIndex } from './prepare-indexes'
import { allDone, handOver, type IndexPair } from './write-records'

const DAY = 24 * 60 * 60 * 1000
const MOST_INDEXES = 1000
/** Handed over and not done yet: Meilisearch takes what waits together. */
const MOST_WAITING = 8

/** The new index does not hold what was put into it; the old one stays. */
export class IncompleteRebuild extends Error {
  override readonly name = 'IncompleteRebuild'
}

/** Indexes of builds that were given up, a day ago or more: one under way elsewhere is younger. */
async function dropLeftovers(connection: Connection, prefix: string, now: Date): Promise<void> {
  const { results } = await asking(() => connection.patient.getRawIndexes({ limit: MOST_INDEXES }))
  for (const { uid, createdAt } of results) {
    const isOld = now.getTime() - Date.parse(createdAt) > DAY
    if (isOld && isBeingBuilt(prefix, uid))
      await done(connection, connection.patient.deleteIndex(uid))
  }
}

async function fillAndCheck(
  connection: Connection,
  next: IndexPair,
  fill: (put: SearchEngine['put']) => Promise<void>,
): Promise<void> {
  const ids = new Set<string>()
  let waiting: EnqueuedTask[] = []
  await fill(async (documents) => {
    for (const { id } of documents) ids.add(id)
    if (documents.length > 0) waiting.push(...(await handOver(connection, next, documents)))
    if (waiting.length < MOST_WAITING) return
    await allDone(connection, waiting)
    waiting = []
  })
  await allDone(connection, waiting)
  for (const name of [next.public, next.members]) {
    const held = await countBriefings(connection.patient, name)
    if (held !== ids.size) {
      throw new IncompleteRebuild(`The new index holds ${held} of ${ids.size} briefings.`)
    }
  }
}

/** Builds both indexes beside those that answer, and swaps them in together when they are whole. */
export async function rebuildIndexes(
  connection: Connection,
  prefix: string,
  now: Date,
  fill: (put: SearchEngine['put']) => Promise<void>,
): Promise<void> {
  const { patient } = connection
  await dropLeftovers(connection, prefix, now)
  const build = randomBytes(4).toString('hex')
  const named = AUDIENCES.map((audience) => {
    const current = indexName(prefix, audience)
    return { current, next: nextName(current, build) }
  })
  const drop = () =>
    Promise.allSettled(named.map(({ next }) => done(connection, patient.deleteIndex(next))))
  try {
    for (const { current, next } of named) {
      const synonyms = await asking(() => patient.index(current).getSynonyms())
      await prepareIndex(connection, next, synonyms)
    }
    const [visitors, members] = named.map(({ next }) => next)
    await fillAndCheck(connection, { public: visitors ?? '', members: members ?? '' }, fill)
    const swaps = named.map(({ current, next }) => ({
      indexes: [current, next] as [string, string],
      rename: false,
    }))
    await done(connection, patient.swapIndexes(swaps))
  } finally {
    await drop()
  }
}
