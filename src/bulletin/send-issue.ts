import { setImmediate } from 'node:timers/promises'
import type { SendOutcome } from '@/mail/mailer'
import { lastLookOf } from './adapters/by-database'
import { everyRow } from './every-row'
import { deliverySender, type SendArgs } from './send-delivery'
import { tooManyComplaints } from './too-many-complaints'
import { tooManyRefused } from './too-many-refused'

/** So many mails in a row that reached nobody, and the server is taken to be away. */
const PATIENCE = 5

/** How many mails may go by before it is noticed that the issue was paused, or that too many were refused. */
const LOOKS_EVERY = 20

/** Complaints come late and all rows of the issue are read for them: they are counted at each so many looks. */
const COUNTS_COMPLAINTS_EVERY = 25

export type SendIssueArgs = SendArgs & {
  /** How many mails in a row may reach nobody. */
  readonly patience?: number
  /** Stops after so many. */
  readonly most?: number
  readonly onProgress?: (handled: number) => void
  /** Whether this process is to end: no further mail is begun. */
  readonly isStopped?: () => boolean
  /** Waits until one more mail may be begun. */
  readonly pace?: () => Promise<void>
}

export type SendReport = {
  readonly handled: number
  /** What the mail server said, where sending stopped because of it. */
  readonly unreachable: string | null
  /** Whether the server took or refused any mail: it is there. */
  readonly isServerThere: boolean
  /** Whether so many mails in a row reached nobody that the server is taken to be away. */
  readonly isDown: boolean
  /** Why a person must look before anything else is sent, or null. */
  readonly needsLook: string | null
}

/** What a run has learnt so far, and whether it is to go on. */
function runWatch(args: SendIssueArgs) {
  const { payload, settings, store, issue, patience = PATIENCE, most = Infinity, onProgress } = args
  const lastLook = lastLookOf(payload, settings)
  let begun = 0
  let handled = 0
  let looks = 0
  let unreachedInARow = 0
  let lastReason = ''
  let isServerThere = false
  let wasRefused = false
  let needsLook: string | null = null
  let isOver = false

  const look = async () => {
    if (!(await lastLook.isSending(issue.key))) isOver = true
    // Their share rises with refusals alone.
    if (wasRefused) needsLook ??= await tooManyRefused(store, issue)
    if (looks % COUNTS_COMPLAINTS_EVERY === 0) {
      needsLook ??= await tooManyComplaints(payload, store, issue)
    }
    looks += 1
  }
  return {
    begin: () => {
      begun += 1
    },
    note: async (outcome: SendOutcome) => {
      handled += 1
      onProgress?.(handled)
      const isUnreached = outcome.state === 'unreached'
      unreachedInARow = isUnreached ? unreachedInARow + 1 : 0
      if (['sent', 'refused', 'deferred'].includes(outcome.state)) isServerThere = true
      if (outcome.state === 'refused') wasRefused = true
      if (isUnreached) lastReason = outcome.reason
      if (isUnreached && outcome.isOurs) needsLook = `the mail server refuses us: ${lastReason}`
      if (handled % LOOKS_EVERY === 0) await look()
    },
    end: () => {
      isOver = true
    },
    goesOn: () => !isOver && needsLook === null && unreachedInARow < patience && begun < most,
    report: (): SendReport => ({
      handled,
      unreachable: unreachedInARow > 0 ? lastReason : null,
      isServerThere,
      isDown: unreachedInARow >= patience,
      needsLook,
    }),
  }
}

/**
 * Sends an issue to all who are still owed it.
 *
 * Safe to repeat, and from two processes at once: only `pending` rows are tried, each passes the gate once.
 * Stops early when the lease is lost, the issue is paused, the mail server cannot be reached, or a person must look;
 * what is left stays `pending`.
 */
export async function sendIssue(args: SendIssueArgs): Promise<SendReport> {
  const { store, issue, clock, lease, connections = 5 } = args
  const rows = everyRow((after, limit) => store.due(issue.key, clock(), after, limit))
  const watch = runWatch(args)
  const sender = deliverySender({ ...args, connections })

  const sendInTurn = async () => {
    while (lease.isHeld() && watch.goesOn() && !args.isStopped?.()) {
      watch.begin()
      await args.pace?.()
      const next = await rows.next()
      if (next.done === true) return
      await watch.note(await sender.send(next.value))
      await setImmediate()
    }
  }
  const lane = async () => {
    try {
      await sendInTurn()
    } finally {
      watch.end()
    }
  }

  // All lanes come to rest before a fault goes on: none may send once the lease is given up.
  const lanes = await Promise.allSettled(Array.from({ length: connections }, lane))
  const records = await Promise.allSettled([sender.settled()])
  const broken = [...lanes, ...records].find((result) => result.status === 'rejected')
  if (broken) throw broken.reason
  return watch.report()
}
