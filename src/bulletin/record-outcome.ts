import { withoutNames } from '@/lib/without-names'
import type { SendOutcome } from '@/mail/mailer'
import type { BulletinDelivery } from '@/payload-types'
import type { DeliveryChange, DeliveryStore, Told } from './delivery-store'

const MINUTE = 60 * 1000
const BACKOFF = [1, 5, 15, 60, 180, 360, 720].map((minutes) => minutes * MINUTE)
/** Mails put off together are not tried again together. */
const JITTER = 0.2
const MOST_ATTEMPTS = 8
const REPLY_KEPT = 300

/** The ledger outlives the account: whom a server names is not kept with what it said. */
const kept = (words: string): string => withoutNames(words).slice(0, REPLY_KEPT)

type OutcomeArgs = {
  readonly store: DeliveryStore
  readonly delivery: BulletinDelivery
  readonly outcome: SendOutcome
  readonly fence: number
  /** Whether the row passed the gate, and so stands as `sending`. */
  readonly claimed: boolean
  /** What the mail told, for the receipts of one that was sent. */
  readonly items: Told['items']
  readonly now: Date
  /** From 0 up to 1: chance, if left out. */
  readonly random?: () => number
}

function putOff(attempts: number, now: Date, random: () => number): DeliveryChange {
  if (attempts >= MOST_ATTEMPTS) {
    return { state: 'expired', reason: 'put off too often', doneAt: now.toISOString() }
  }
  const usual = BACKOFF[Math.min(attempts, BACKOFF.length) - 1] ?? MINUTE
  const wait = Math.round(usual * (1 - JITTER + 2 * JITTER * random()))
  return { state: 'pending', nextAttemptAt: new Date(now.getTime() + wait).toISOString() }
}

/**
 * What an outcome makes of its row. Mail that was put off is tried again after 1, 5, 15 minutes, 1, 3, 6 and 12 hours,
 * a fifth more or less; after eight tries it expires.
 */
export function changeFor(
  outcome: SendOutcome,
  attempts: number,
  now: Date,
  random: () => number = Math.random,
): DeliveryChange {
  const doneAt = now.toISOString()
  switch (outcome.state) {
    case 'sent':
      return {
        state: 'sent',
        doneAt,
        smtpCode: outcome.code,
        reply: kept(outcome.reply),
        serverMessageId: outcome.serverMessageId,
      }
    case 'refused':
    case 'deferred': {
      const answer = {
        attempts,
        smtpCode: outcome.code,
        enhancedCode: outcome.enhancedCode,
        reply: kept(outcome.reply),
      }
      return outcome.state === 'deferred'
        ? { ...answer, ...putOff(attempts, now, random) }
        : { ...answer, state: 'failed', reason: 'refused by the mail server', doneAt }
    }
    case 'uncertain':
      return { state: 'uncertain', reason: kept(outcome.reason), doneAt }
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
  const { store, delivery, outcome, fence, claimed, items, now } = args
  const { memberId, issueKey } = delivery
  const told = outcome.state === 'sent' ? { memberId, issueKey, items } : undefined
  const isCounted = claimed || outcome.state === 'refused' || outcome.state === 'deferred'
  const change = changeFor(outcome, delivery.attempts + (isCounted ? 1 : 0), now, args.random)
  if (!claimed) return store.change(delivery.id, { state: 'pending' }, change)
  if (await store.record(delivery.id, { state: 'sending', fence }, change, told)) return true
  if (!told) return false
  const mended = { ...change, reason: null }
  if (await store.record(delivery.id, { state: 'uncertain', fence }, mended, told)) return true
  await store.tell(told)
  return false
}
