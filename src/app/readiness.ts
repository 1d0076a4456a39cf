import type { Payload } from 'payload'
import type { Settings } from '@/config/settings'
import type { Mailer } from '@/mail/mailer'
import { missingMigrations } from '@/repair/missing-migrations'
import { unknownMigrations } from '@/repair/unknown-migrations'
import type { SearchEngine } from '@/search/search-engine'
import { lastHeartbeat } from '@/worker/heartbeat'

const MINUTE = 60_000
const SILENT_AFTER = 3 * MINUTE

/** `backlog`: published briefings that the index does not hold yet, or holds and should not. */
type EngineState =
  | {
      readonly state: 'up'
      readonly engine: string
      readonly version: string | null
      readonly backlog: number
    }
  | { readonly state: 'down'; readonly engine: string }

export type Readiness = {
  /** Whether readers can be served: the database and the search answer. */
  readonly isReady: boolean
  readonly database: {
    readonly state: 'up' | 'down'
    readonly kind: string
    readonly transactions: boolean
  }
  /** `none` on MongoDB, which has no migrations; `newer` where a newer version of this software has changed the database. */
  readonly migrations: { readonly state: 'current' | 'behind' | 'newer' | 'none' | 'down' }
  readonly search: EngineState
  /** The engine that answers when the main one does not, where there is one. */
  readonly reserve?: EngineState
  readonly mail: { readonly state: 'up' | 'down' }
  readonly worker: { readonly state: 'up' | 'silent'; readonly lastTick: string | null }
}

export type ReadinessArgs = {
  readonly payload: Payload
  readonly database: Settings['database']
  /** The names of the migrations this version has. */
  readonly migrations: readonly string[]
  readonly engine: SearchEngine
  readonly reserve?: SearchEngine | undefined
  readonly mailer: Mailer
  readonly now: Date
}

/** The answer, or null where the part does not give one. What exactly is wrong is for the log, never for the asker. */
async function ask<T>(
  payload: Payload,
  part: string,
  question: () => Promise<T>,
): Promise<T | null> {
  try {
    return await question()
  } catch (err) {
    payload.logger.error({ err, msg: `Not ready: ${part}` })
    return null
  }
}

async function publishedNow({ payload, now }: ReadinessArgs): Promise<number> {
  const { totalDocs } = await payload.count({
    collection: 'briefings',
    overrideAccess: true,
    where: {
      _status: { equals: 'published' },
      publishedAt: { less_than_equal: now.toISOString() },
    },
  })
  return totalDocs
}

/** Whether Payload has transactions here. Nothing of ours relies on them (docs/decisions/002-databases.md). */
async function hasTransactions({ db }: Payload): Promise<boolean> {
  const id = await db.beginTransaction()
  if (id === null) return false
  await db.rollbackTransaction(id)
  return true
}

type MigrationState = Readiness['migrations']['state']

function migrationState({ database, migrations }: ReadinessArgs): MigrationState {
  if (database.kind === 'mongodb') return 'none'
  if (unknownMigrations(database, migrations).length > 0) return 'newer'
  return missingMigrations(database, migrations).length > 0 ? 'behind' : 'current'
}

async function engineState(
  payload: Payload,
  part: string,
  engine: SearchEngine,
  published: number | null,
): Promise<EngineState> {
  const known = await ask(payload, part, async () => ({
    held: await engine.count('members'),
    version: await engine.version(),
  }))
  if (known === null) return { state: 'down', engine: engine.name }
  const { held, version } = known
  const backlog = Math.abs((published ?? held) - held)
  return { state: 'up', engine: engine.name, version, backlog }
}

/** Asks every part of the service how it is. Changes nothing; names no host, path or fault. */
export async function readiness(args: ReadinessArgs): Promise<Readiness> {
  const { payload, engine, reserve, mailer, database, now } = args
  const published = await ask(payload, 'database', () => publishedNow(args))
  const transactions = await ask(payload, 'database', () => hasTransactions(payload))
  const migrations = await ask(payload, 'migrations', () => Promise.resolve(migrationState(args)))
  const search = await engineState(payload, 'search', engine, published)
  const spare = reserve && (await engineState(payload, 'reserve', reserve, published))
  const isTaken = await ask(payload, 'mail', async () => (await mailer.check()) === null)
  const lastTick = await ask(payload, 'worker', () => lastHeartbeat(payload))
  const isHeard = lastTick !== null && now.getTime() - lastTick.getTime() < SILENT_AFTER
  return {
    isReady: published !== null && (search.state === 'up' || spare?.state === 'up'),
    database: {
      state: published === null ? 'down' : 'up',
      kind: database.kind,
      transactions: transactions === true,
    },
    migrations: { state: migrations ?? 'down' },
    search,
    ...(spare && { reserve: spare }),
    mail: { state: isTaken === true ? 'up' : 'down' },
    worker: { state: isHeard ? 'up' : 'silent', lastTick: lastTick?.toISOString() ?? null },
  }
}
