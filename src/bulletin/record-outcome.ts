import type { SendOutcome } from '@/mail/mailer'
import type { BulletinDelivery } from '@/payload-types'
import type { DeliveryChange, DeliveryStore } from './delivery-store'

const MINUTE = 60 * 1000
const BACKOFF = [1, 5, 15, 60, 180, 360, 720].map((minutes) => minutes * MINUTE)
const MOST_ATTEMPTS = 8
const REPLY_KEPT = 300

type OutcomeArgs = {
  readonly store: DeliveryStore
  readonly delivery: BulletinDelivery
  readonly outcome: SendOutcome
  readonly fence: number
  /** Whether the row passed the gate, and so stands as `sending`. */
  readonly claimed: boolean
  readonly now: Date
}

function putOff(attempts: number, now: Date): DeliveryChange {
  if (attempts >= MOST_ATTEMPTS) {
    return { state: 'expired', reason: 'put off too often', doneAt: now.toISOString() }
  }
  const wait = BACKOFF[Math.min(attempts, BACKOFF.length) - 1] ?? MINUTE
  return { state: 'pending', nextAttemptAt: new Date(now.getTime() + wait).toISOString() }
}

/** What an outcome makes of its row. */
export function changeFor(outcome: SendOutcome, attempts: number, now: Date): DeliveryChange {
  const doneAt = now.toISOString()
  switch (outcome.state) {
    case 'sent':
      return {
        state: 'sent',
        doneAt,
        smtpCode: outcome.code,
        reply: outcome.reply.slice(0, REPLY_KEPT),
        serverMessageId: outcome.serverMessageId,
      }
    case 'refused':
    case 'deferred': {
      const answer = {
        attempts,
        smtpCode: outcome.code,
        enhancedCode: outcome.enhancedCode,
        reply: outcome.reply.slice(0, REPLY_KEPT),
      }
      return outcome.state === 'deferred'
        ? { ...answer, ...putOff(attempts, now) }
        : { ...answer, state: 'failed', reason: 'refused by the mail server', doneAt }
    }
    case 'uncertain':
      return { state: 'uncertain', reason: outcome.reason.slice(0, REPLY_KEPT), doneAt }
    case 'unreached':
    case 'stopped':
      return { state: 'pending' }
  }
}

/**
 * Writes an outcome into the ledger.
 *
 * A 250 that comes after another holder has called the row `uncertain` still makes it `sent`, under the fence it was
 * claimed with. @returns whether the row was changed.
 */
export async function recordOutcome(args: OutcomeArgs): Promise<boolean> {
  const { store, delivery, outcome, fence, claimed, now } = args
  const isCounted = claimed || outcome.state === 'refused' || outcome.state === 'deferred'
  const change = changeFor(outcome, delivery.attempts + (isCounted ? 1 : 0), now)
  if (!claimed) return store.change(delivery.id, { state: 'pending' }, change)
  if (await store.change(delivery.id, { state: 'sending', fence }, change)) return true
  return outcome.state === 'sent'
    ? store.change(delivery.id, { state: 'uncertain', fence }, { ...change, reason: null })
    : false
}
