import { setImmediate } from 'node:timers/promises'
import type { Payload } from 'payload'
import type { Settings } from '@/config/settings'
import type { Mailer } from '@/mail/mailer'
import { alertOfRefusals } from './alert-of-refusals'
import type { Mailbox } from './mailbox'
import { readMark, writeMark } from './mailbox-mark'
import { proveFromKept } from './prove-accepted'
import { receiveInbound, type ReceivedMail } from './receive-inbound'
import { recountSoftBounces } from './soft-bounces'

export type CollectArgs = {
  readonly payload: Payload
  readonly settings: Settings
  readonly mailer: Mailer
  readonly mailbox: Mailbox
  readonly clock: () => Date
}

/** What is about our mail is kept as a fact, so the message may go. Everything else is for a person to look at. */
const mayGo = ({ kind, memberId }: ReceivedMail): boolean =>
  kind === 'automatic-reply' || (memberId !== null && kind !== 'unrecognised')

async function readMailbox({ payload, settings, mailbox, clock }: CollectArgs): Promise<number> {
  const open = await mailbox.open()
  let count = 0
  try {
    for (const uid of await open.after(await readMark(payload, mailbox.name, open))) {
      const raw = await open.raw(uid)
      if (raw) {
        const received = await receiveInbound({ payload, settings, raw, now: clock() })
        await (mayGo(received) ? open.remove(uid) : open.leave(uid))
        count += 1
      }
      await writeMark(payload, mailbox.name, open, uid)
      await setImmediate()
    }
  } finally {
    await open.close()
  }
  return count
}

/** What messages that are kept still bring about: late proof, rows of soft bounces that ended, news for staff. */
export async function followInbound({
  payload,
  settings,
  mailer,
  clock,
}: Omit<CollectArgs, 'mailbox'>): Promise<void> {
  await proveFromKept(payload, clock())
  await recountSoftBounces(payload, clock())
  await alertOfRefusals({ payload, settings, mailer, now: clock() })
}

/**
 * Reads what has come to the bounce mailbox since the last time, and does what follows.
 *
 * Each message is taken in, and committed, before it is deleted or marked; the mark of how far was read comes last. A
 * crash at any line has it read once more, and changes nothing twice. Safe from several workers at once.
 *
 * @returns how many messages were read.
 * @throws {MailboxUnavailable}
 */
export async function collectInbound(args: CollectArgs): Promise<number> {
  const count = await readMailbox(args)
  await followInbound(args)
  return count
}
