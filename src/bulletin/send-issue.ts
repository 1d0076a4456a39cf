import { setImmediate } from 'node:timers/promises'
import type { SendOutcome } from '@/mail/mailer'
import { everyRow } from './every-row'
import { type SendArgs, sendDelivery } from './send-delivery'

/** So many mails in a row that reached nobody, and the server is taken to be away. */
const PATIENCE = 5

export type SendIssueArgs = SendArgs & {
  readonly issueKey: string
  /** How many mails may be under way at once: as many as may become uncertain in a crash. */
  readonly connections?: number
  readonly onProgress?: (handled: number) => void
}

export type SendReport = {
  readonly handled: number
  /** What the mail server said, where sending stopped because of it. */
  readonly unreachable: string | null
}

/**
 * Sends an issue to all who are still owed it.
 *
 * Safe to repeat, and from two processes at once: only `pending` rows are tried, each passes the gate once.
 * Stops early when the lease is lost or the mail server cannot be reached; what is left stays `pending`.
 */
export async function sendIssue(args: SendIssueArgs): Promise<SendReport> {
  const { store, issueKey, clock, lease, connections = 5, onProgress } = args
  const rows = everyRow((after, limit) => store.due(issueKey, clock(), after, limit))
  let handled = 0
  let unreachedInARow = 0
  let lastReason = ''
  const isDown = () => unreachedInARow >= PATIENCE
  const note = (outcome: SendOutcome) => {
    handled += 1
    onProgress?.(handled)
    const isUnreached = outcome.state === 'unreached'
    unreachedInARow = isUnreached ? unreachedInARow + 1 : 0
    if (isUnreached) lastReason = outcome.reason
  }

  let isOver = false
  const sendInTurn = async () => {
    while (lease.isHeld() && !isDown() && !isOver) {
      const next = await rows.next()
      if (next.done === true) return
      note(await sendDelivery(args, next.value))
      await setImmediate()
    }
  }
  const lane = async () => {
    try {
      await sendInTurn()
    } finally {
      isOver = true
    }
  }

  // All lanes come to rest before a fault goes on: none may send once the lease is given up.
  const lanes = await Promise.allSettled(Array.from({ length: connections }, lane))
  const broken = lanes.find((result) => result.status === 'rejected')
  if (broken) throw broken.reason
  return { handled, unreachable: unreachedInARow > 0 ? lastReason : null }
}
