import type { Payload } from 'payload'
import { tickBulletin } from '@/bulletin/tick-bulletin'
import type { Settings } from '@/config/settings'
import { mailPendingEnquiries } from '@/enquiries/mail-enquiry'
import { onRing } from '@/lib/wake'
import { makeMailer } from '@/mail/make-mailer'
import { findsAmong } from '@/reading/finds-among'
import { repairTornSaves } from '@/repair/repair-torn-saves'
import { forgetSearches } from '@/search/forget-searches'
import { indexPublished } from '@/search/index-published'
import { makeSearchEngines } from '@/search/make-search-engine'
import { noteHeartbeat } from './heartbeat'
import { keepStatistics } from './keep-statistics'
import { type Loop, startLoop } from './start-loop'
import { toldOnce } from './told-once'

export type WorkerArguments = {
  readonly payload: Payload
  readonly settings: Settings
  readonly clock?: () => Date
  readonly everyMs?: Partial<typeof EVERY_MS>
}

const EVERY_MS = {
  indexing: 500,
  bulletin: 30_000,
  enquiries: 60_000,
  heartbeat: 60_000,
  forgetting: 3_600_000,
  statistics: 3_600_000,
}

/**
 * Mends what a crash tore, then pays what the service owes, again and again: each index, the Bulletin, enquiries to mail,
 * and searches to forget.
 *
 * Safe beside other workers on the same database. Returns how to stop it: no further look begins, the ones under way end.
 */
export async function startWorker({
  payload,
  settings,
  clock = () => new Date(),
  everyMs: chosen,
}: WorkerArguments): Promise<() => Promise<void>> {
  await repairTornSaves(payload)
  const everyMs = { ...EVERY_MS, ...chosen }
  const engines = makeSearchEngines(settings, clock)
  const mailer = makeMailer(settings)
  const desk = {
    payload,
    mailer,
    staffAddress: settings.mail.staff,
    siteUrl: settings.siteUrl,
    postalAddress: settings.mail.postalAddress,
  }
  const start = (loop: Loop) =>
    startLoop(loop, (err, name) => payload.logger.error({ err, msg: `The ${name} loop failed` }))

  const indexing = engines.kept.map((engine) =>
    start({
      name: `indexing (${engine.name})`,
      everyMs: everyMs.indexing,
      look: toldOnce(
        () => indexPublished({ payload, engine, now: clock() }),
        () => payload.logger.info(`${engine.name} answers again: its index is up to date`),
      ),
    }),
  )
  const bulletin = start({
    name: 'Bulletin',
    everyMs: everyMs.bulletin,
    look: () =>
      tickBulletin({
        payload,
        mailer,
        settings,
        findsAmong: findsAmong({ payload, engine: engines.answering }),
        now: clock(),
        clock,
      }),
  })
  const enquiries = start({
    name: 'enquiries',
    everyMs: everyMs.enquiries,
    look: () => mailPendingEnquiries(desk, clock()),
  })
  const heartbeat = start({
    name: 'heartbeat',
    everyMs: everyMs.heartbeat,
    look: () => noteHeartbeat(payload, clock()),
  })
  const forgetting = start({
    name: 'forgetting',
    everyMs: everyMs.forgetting,
    look: () => forgetSearches({ payload, logDays: settings.search.logDays, now: clock() }),
  })
  const statistics = start({
    name: 'statistics',
    everyMs: everyMs.statistics,
    look: () => keepStatistics(payload),
  })
  const stopListening = onRing(() => {
    for (const loop of indexing) loop.wake()
  })

  return async () => {
    stopListening()
    const loops = [...indexing, bulletin, enquiries, heartbeat, forgetting, statistics]
    await Promise.all(loops.map((loop) => loop.stop()))
    await mailer.close()
    await engines.answering.close()
  }
}
