import type { Payload } from 'payload'
import type { Settings } from '@/config/settings'
import type { Mailer, SendOutcome } from '@/mail/mailer'
import type { BulletinBody, BulletinDelivery, BulletinIssue } from '@/payload-types'
import { itemsOfBody, readBody } from './carried-items'
import { allChosen } from './choose-items'
import { keepBody, mailFor } from './compose'
import type { DeliveryStore } from './delivery-store'
import { chooseFor } from './enrol'
import { type FindsAmong, gatherNews } from './issue-news'
import type { IssueLease } from './issue-lease'
import { itemsOfIssue } from './items'
import { type Reader, readerOf } from './reader'
import { writeReceipts } from './receipts'
import { recordOutcome } from './record-outcome'
import { releaseWithdrawn } from './release-withdrawn'
import { stillPublic } from './still-public'
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
}

/** The row is no longer this sender's to send: another has it, or it was taken back. */
class NotOurs extends Error {
  override readonly name = 'NotOurs'
}

/** A row names a body that is not kept. */
export class BodyMissing extends Error {
  override readonly name = 'BodyMissing'
}

async function bodyOf(payload: Payload, delivery: BulletinDelivery): Promise<BulletinBody> {
  const body = await readBody(payload, delivery.issueKey, delivery.itemSetHash ?? '')
  if (!body) throw new BodyMissing(`The delivery ${delivery.key} has no body`)
  return body
}

/** The body anew, without what was taken back since the reader was enrolled; null where nothing is left. */
async function bodyOfWhatIsLeft(
  { payload, settings, store, issue, findsAmong, clock }: SendArgs,
  delivery: BulletinDelivery,
  reader: Reader,
): Promise<BulletinBody | null> {
  const now = clock()
  await releaseWithdrawn(payload, issue.key, now)
  const items = await itemsOfIssue(payload, issue.key)
  const news = await gatherNews({ payload, items, findsAmong, now })
  const chosen = await chooseFor(payload, reader, news, issue.key, now)
  if (allChosen(chosen).length === 0) return null
  const itemSetHash = await keepBody(payload, { issue, chosen, topics: reader.topics, settings })
  await store.change(delivery.id, { state: 'pending' }, { itemSetHash })
  return bodyOf(payload, { ...delivery, itemSetHash })
}

async function bodyStillPublic(args: SendArgs, delivery: BulletinDelivery, reader: Reader) {
  const body = await bodyOf(args.payload, delivery)
  const items = itemsOfBody(body)
  const standing = await stillPublic(args.payload, items, args.clock())
  return standing.length === items.length ? body : bodyOfWhatIsLeft(args, delivery, reader)
}

async function handOver(
  { payload, settings, store, mailer, lease, clock }: SendArgs,
  delivery: BulletinDelivery,
  body: BulletinBody,
  subscriptionId: string,
): Promise<SendOutcome> {
  let claimed = false
  const beforeBody = async () => {
    claimed = lease.isHeld() && (await store.claim(delivery, lease.fence, clock()))
    if (!claimed) throw new NotOurs()
  }
  const token = subscriberToken(settings.secret, subscriptionId)
  const outcome = await mailer.send(mailFor(delivery, body, token, settings), { beforeBody })
  if (outcome.state === 'stopped' && !(outcome.cause instanceof NotOurs)) throw outcome.cause
  const { fence } = lease
  await recordOutcome({ store, delivery, outcome, fence, claimed, now: clock() })
  if (outcome.state === 'sent') await writeReceipts(payload, delivery, itemsOfBody(body))
  return outcome
}

/**
 * Sends one row's mail, once.
 *
 * The row is claimed durably when the server asks for the body. Crash before: it is still `pending`. Crash after: it is
 * `sending`, and becomes `uncertain`, never sent again by itself. Who left the list since enrolment is not mailed, and
 * what was taken back since then, or dated into the future, is left out.
 */
export async function sendDelivery(
  args: SendArgs,
  delivery: BulletinDelivery,
): Promise<SendOutcome> {
  const { payload, settings, store, clock } = args
  const now = clock()
  const reader = await readerOf({ payload, settings, now }, delivery.memberId)
  const stop = async (why: NonNullable<Reader['bar']>): Promise<SendOutcome> => {
    await store.change(delivery.id, { state: 'pending' }, { ...why, doneAt: now.toISOString() })
    return { state: 'stopped', cause: why }
  }
  if (!reader) return stop({ state: 'suppressed', reason: 'no longer a member' })
  if (reader.bar) return stop(reader.bar)
  const body = await bodyStillPublic(args, delivery, reader)
  return body
    ? handOver(args, delivery, body, reader.subscriptionId)
    : stop({ state: 'skipped', reason: 'what was new was taken back' })
}
