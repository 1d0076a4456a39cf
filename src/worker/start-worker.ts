import { setTimeout } from 'node:timers/promises'
import type { Payload } from 'payload'
import { imapMailbox } from '@/bulletin/adapters/imap-mailbox'
import { askedLink } from '@/bulletin/asked-link'
import { type CollectArgs, collectInbound } from '@/bulletin/collect-inbound'
import { sendLetters } from '@/bulletin/send-letters'
import { tickBulletin } from '@/bulletin/tick-bulletin'
import type { Settings } from '@/config/settings'
import { mailPendingEnquiries } from '@/enquiries/mail-enquiry'
import { onRing } from '@/lib/wake'
import { makeMailer } from '@/mail/make-mailer'
import { tendAccounts, tendMemberships } from '@/members/tend-accounts'
import { findsAmong } from '@/reading/finds-among'
import { repairTornSaves } from '@/repair/repair-torn-saves'
import { indexPublished } from '@/search/index-published'
import { makeSearchEngines } from '@/search/make-search-engine'
import { watchEvidence } from '@/sources/watch/watch-evidence'
import { noteHeartbeat } from './heartbeat'
import { askerOf } from './evidence-asker'
import { forgetAll } from './forget-all'
import { keepStatistics } from './keep-statistics'
import { type Loop, startLoop } from './start-loop'
import { tendReviews } from './tend-reviews'
import { toldOnce } from './told-once'

export type WorkerArguments = {
  readonly payload: Payload
  readonly settings: Settings
  readonly clock?: () => Date
  readonly everyMs?: Partial<typeof EVERY_MS>
  /** How long mail under way is waited for when the worker is stopped, in milliseconds. */
  readonly grace?: number
}

/** For the lease to be given up once mail is no longer waited for. */
const TO_LET_GO = 2_000

const EVERY_MS = {
  indexing: 500,
  bulletin: 30_000,
  letters: 60_000,
  enquiries: 60_000,
  evidence: 300_000,
  inbound: 60_000,
  accounts: 20_000,
  memberships: 3_600_000,
  reviews: 60_000,
  heartbeat: 60_000,
  forgetting: 3_600_000,
  statistics: 3_600_000,
}

/**
 * Mends what a crash tore, then pays what the service owes, again and again: each index, the Bulletin, what came back of it,
 * letters to subscribers, enquiries to mail, accounts and memberships to look after, and what is to be forgotten.
 *
 * Safe beside other workers on the same database. Returns how to stop it: no further look begins and no further mail; what
 * is under way ends within `grace`, or ends with the process.
 */
export async function startWorker({
  payload,
  settings,
  clock = () => new Date(),
  everyMs: chosen,
  grace = 25_000,
}: WorkerArguments): Promise<() => Promise<void>> {
  await repairTornSaves(payload)
  const everyMs = { ...EVERY_MS, ...chosen }
  const engines = makeSearchEngines(settings, clock)
  const mailer = makeMailer(settings)
  const stopping = new AbortController()
  const desk = {
    payload,
    mailer,
    staffAddress: settings.mail.staff,
    siteUrl: settings.siteUrl,
    postalAddress: settings.mail.postalAddress,
    replyTo: settings.mail.replyTo,
    bulletinLinkFor: (memberId: string, now: Date) => askedLink(payload, settings, memberId, now),
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
        stop: stopping.signal,
        grace,
      }),
  })
  const letters = start({
    name: 'letters',
    everyMs: everyMs.letters,
    look: () => sendLetters({ payload, mailer, settings, now: clock(), stop: stopping.signal }),
  })
  const enquiries = start({
    name: 'enquiries',
    everyMs: everyMs.enquiries,
    look: () => mailPendingEnquiries(desk, clock()),
  })
  const evidence = start({
    name: 'evidence watch',
    everyMs: everyMs.evidence,
    look: () => watchEvidence({ payload, asker: askerOf(settings), now: clock() }),
  })
  const inbound = inboundLoops({ payload, settings, mailer, clock }, everyMs.inbound).map(start)
  const accounts = start({
    name: 'accounts',
    everyMs: everyMs.accounts,
    look: () => tendAccounts(desk, clock()),
  })
  const memberships = start({
    name: 'memberships',
    everyMs: everyMs.memberships,
    look: () => tendMemberships(desk, clock()),
  })
  const reviews = start({
    name: 'reviews',
    everyMs: everyMs.reviews,
    look: () => tendReviews(payload, clock()),
  })
  const heartbeat = start({
    name: 'heartbeat',
    everyMs: everyMs.heartbeat,
    look: () => noteHeartbeat(payload, clock()),
  })
  const forgetting = start({
    name: 'forgetting',
    everyMs: everyMs.forgetting,
    look: () => forgetAll({ payload, settings, now: clock() }),
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
    stopping.abort()
    const small = [
      letters,
      enquiries,
      accounts,
      memberships,
      reviews,
      heartbeat,
      forgetting,
      statistics,
    ]
    const loops = [...indexing, bulletin, ...inbound, ...small, evidence]
    await Promise.race([
      Promise.all(loops.map((loop) => loop.stop())),
      setTimeout(grace + TO_LET_GO, undefined, { ref: false }),
    ])
    await mailer.close()
    await engines.answering.close()
  }
}

type InboundDesk = Omit<CollectArgs, 'mailbox'>

/** Only where there is a mailbox to read. */
function inboundLoops(desk: InboundDesk, everyMs: number): Loop[] {
  const url = desk.settings.mail.bounceImapUrl
  if (!url) return []
  const mailbox = imapMailbox({ url })
  return [{ name: 'inbound mail', everyMs, look: () => collectInbound({ ...desk, mailbox }) }]
}
