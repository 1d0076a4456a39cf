import type { Payload } from 'payload'
import type { Settings } from '@/config/settings'
import type { Mailer, SendOutcome } from '@/mail/mailer'
import type { BulletinDelivery, BulletinIssue } from '@/payload-types'
import { lastLookOf } from './adapters/by-database'
import { articlesOf, withStandingArticles } from './announced-articles'
import { bodiesAtHand, type BodyAtHand } from './bodies-at-hand'
import { allChosen } from './choose-items'
import { keepBody } from './compose'
import type { DeliveryStore } from './delivery-store'
import { chooseFor } from './enrol'
import { type FindsAmong, gatherNews } from './issue-news'
import type { IssueLease } from './issue-lease'
import { itemsOfIssue } from './items'
import type { LastLook } from './last-look'
import { type Reader, readerOf } from './reader'
import { type Recordings, recordings } from './recordings'
import { recordOutcome } from './record-outcome'
import { releaseWithdrawn } from './release-withdrawn'
import { subscriberToken } from './tokens'

export type SendArgs = {
  readonly payload: Payload
  readonly settings: Settings
  readonly store: DeliveryStore
  readonly issue: BulletinIssue
  /** Readers' saved searches. */
  readonly findsAmong: FindsAmong
  readonly mailer: Mailer
  readonly lease: IssueLease
  readonly clock: () => Date
  /** How many mails may be under way at once: as many as may become uncertain in a crash. */
  readonly connections?: number
}

/** The row is no longer this sender's to send: another has it, or it was taken back. */
class NotOurs extends Error {
  override readonly name = 'NotOurs'
}

/** What a run has at hand for each of its mails. */
type Sender = SendArgs & {
  readonly look: LastLook
  readonly bodyOf: (delivery: BulletinDelivery) => Promise<BodyAtHand>
  readonly recordings: Recordings
}

/** The body anew, without what was taken back since the reader was enrolled; null where nothing is left. */
async function bodyOfWhatIsLeft(
  { payload, settings, store, issue, findsAmong, clock, bodyOf }: Sender,
  delivery: BulletinDelivery,
): Promise<BodyAtHand | null> {
  const now = clock()
  await releaseWithdrawn(payload, issue.key, now)
  const reader = await readerOf({ payload, settings, now }, delivery.memberId)
  if (!reader) return null
  const items = await itemsOfIssue(payload, issue.key)
  const news = await gatherNews({ payload, items, findsAmong, now })
  const chosen = await chooseFor(payload, reader, news, issue.key, now)
  if (allChosen(chosen).length === 0) return null
  const standing = await withStandingArticles(payload, issue, now)
  const itemSetHash = await keepBody(payload, { ...reader, issue: standing, chosen, settings })
  await store.change(delivery.id, { state: 'pending' }, { itemSetHash })
  return bodyOf({ ...delivery, itemSetHash })
}

async function bodyStillPublic(sender: Sender, delivery: BulletinDelivery) {
  const { issue, look, clock, bodyOf } = sender
  const body = await bodyOf(delivery)
  const ids = body.items.map(({ briefingId }) => briefingId)
  const articleIds = articlesOf(issue).map(({ id }) => id)
  const stands =
    (await look.areAllPublic(ids, clock())) &&
    (articleIds.length === 0 || (await look.areArticlesPublic(articleIds, clock())))
  return stands && body.hasWords ? body : bodyOfWhatIsLeft(sender, delivery)
}

async function handOver(
  { settings, store, mailer, lease, clock, connections, recordings }: Sender,
  delivery: BulletinDelivery,
  { items, finish }: BodyAtHand,
  subscriptionId: string,
): Promise<SendOutcome> {
  let claimed = false
  const beforeBody = async () => {
    claimed = lease.isHeld() && (await store.claim(delivery, lease.fence, clock(), connections))
    if (!claimed) throw new NotOurs()
  }
  const token = subscriberToken(settings.secret, subscriptionId)
  const outcome = await mailer.send(finish(delivery, token, clock()), { beforeBody })
  if (outcome.state === 'stopped' && !(outcome.cause instanceof NotOurs)) throw outcome.cause
  const { fence } = lease
  const now = clock()
  const recording = recordOutcome({ store, delivery, outcome, fence, claimed, items, now })
  if (store.keepsOrder) recordings.add(recording)
  else await recording
  return outcome
}

async function sendDelivery(sender: Sender, delivery: BulletinDelivery): Promise<SendOutcome> {
  const { store, look, clock } = sender
  const now = clock()
  const standing = await look.standingOf(delivery.memberId, now)
  const stop = async (why: NonNullable<Reader['bar']>): Promise<SendOutcome> => {
    await store.change(delivery.id, { state: 'pending' }, { ...why, doneAt: now.toISOString() })
    return { state: 'stopped', cause: why }
  }
  if (!standing) return stop({ state: 'suppressed', reason: 'no longer a member' })
  if (standing.bar) return stop(standing.bar)
  const body = await bodyStillPublic(sender, delivery)
  return body
    ? handOver(sender, delivery, body, standing.subscriptionId)
    : stop({ state: 'skipped', reason: 'what was new was taken back' })
}

export type DeliverySender = {
  readonly send: (delivery: BulletinDelivery) => Promise<SendOutcome>
  /** Waits until all outcomes are recorded. Throws what went wrong with one of them. */
  readonly settled: () => Promise<void>
}

/**
 * Answers how one row's mail is sent, once.
 *
 * The row is claimed durably when the server asks for the body. Crash before: it is still `pending`. Crash after: it is
 * `sending`, and becomes `uncertain`, never sent again by itself. Who left the list since enrolment is not mailed, and
 * what was taken back since then, or dated into the future, is left out: both are looked at for each mail anew.
 *
 * An outcome may be recorded while the next mail is under way, but never later than that one is claimed: so many mails
 * as are sent at once, and no more, may become uncertain in a crash.
 */
export function deliverySender(args: SendArgs): DeliverySender {
  const { payload, settings, mailer } = args
  const sender: Sender = {
    ...args,
    look: lastLookOf(payload, settings),
    bodyOf: bodiesAtHand({ payload, settings, from: mailer.from }),
    recordings: recordings(),
  }
  return {
    send: (delivery) => sendDelivery(sender, delivery),
    settled: sender.recordings.settled,
  }
}
