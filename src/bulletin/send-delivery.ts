import type { Payload } from 'payload'
import type { Settings } from '@/config/settings'
import type { Mailer, SendOutcome } from '@/mail/mailer'
import type { BulletinBody, BulletinDelivery } from '@/payload-types'
import { itemsOfBody, readBody } from './carried-items'
import { mailFor } from './compose'
import type { DeliveryStore } from './delivery-store'
import type { IssueLease } from './issue-lease'
import { readerOf } from './reader'
import { writeReceipts } from './receipts'
import { recordOutcome } from './record-outcome'
import { subscriberToken } from './tokens'

export type SendArgs = {
  readonly payload: Payload
  readonly settings: Settings
  readonly store: DeliveryStore
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
 * `sending`, and becomes `uncertain`, never sent again by itself. Who left the list since enrolment is not mailed.
 */
export async function sendDelivery(
  args: SendArgs,
  delivery: BulletinDelivery,
): Promise<SendOutcome> {
  const { payload, settings, store, clock } = args
  const now = clock()
  const reader = await readerOf({ payload, settings, now }, delivery.memberId)
  const bar = reader ? reader.bar : { state: 'suppressed' as const, reason: 'no longer a member' }
  if (reader && !bar) {
    return handOver(args, delivery, await bodyOf(payload, delivery), reader.subscriptionId)
  }
  await store.change(delivery.id, { state: 'pending' }, { ...bar, doneAt: now.toISOString() })
  return { state: 'stopped', cause: bar }
}
