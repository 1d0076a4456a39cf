import type { Payload } from 'payload'
import type { Mailer } from '@/mail/mailer'
import type { SearchEngine } from '@/search/search-engine'
import { lastHeartbeat } from '@/worker/heartbeat'

const MINUTE = 60_000
const SILENT_AFTER = 3 * MINUTE

export type Readiness = {
  /** Whether readers can be served: the database and the search answer. */
  readonly isReady: boolean
  readonly database: {
    readonly state: 'up' | 'down'
    readonly kind: string
    readonly transactions: boolean
  }
  /** `backlog`: published briefings that the index does not hold yet, or holds and should not. */
  readonly search:
    | { readonly state: 'up'; readonly engine: string; readonly backlog: number }
    | { readonly state: 'down'; readonly engine: string }
  readonly mail: { readonly state: 'up' | 'down' }
  readonly worker: { readonly state: 'up' | 'silent'; readonly lastTick: string | null }
}

export type ReadinessArgs = {
  readonly payload: Payload
  readonly databaseKind: string
  readonly engine: SearchEngine
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

/** Asks every part of the service how it is. Changes nothing; names no host, path or fault. */
export async function readiness(args: ReadinessArgs): Promise<Readiness> {
  const { payload, engine, mailer, databaseKind, now } = args
  const published = await ask(payload, 'database', () => publishedNow(args))
  const held = await ask(payload, 'search', () => engine.count('members'))
  const isTaken = await ask(payload, 'mail', async () => (await mailer.check()) === null)
  const lastTick = await ask(payload, 'worker', () => lastHeartbeat(payload))
  const isHeard = lastTick !== null && now.getTime() - lastTick.getTime() < SILENT_AFTER
  return {
    isReady: published !== null && held !== null,
    // Off on both databases: nothing of ours relies on them (docs/decisions/002-databases.md).
    database: {
      state: published === null ? 'down' : 'up',
      kind: databaseKind,
      transactions: false,
    },
    search:
      held === null
        ? { state: 'down', engine: engine.name }
        : { state: 'up', engine: engine.name, backlog: Math.abs((published ?? held) - held) },
    mail: { state: isTaken === true ? 'up' : 'down' },
    worker: { state: isHeard ? 'up' : 'silent', lastTick: lastTick?.toISOString() ?? null },
  }
}
