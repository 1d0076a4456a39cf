import type { Payload, Where } from 'payload'
import { hasMembership } from '@/access/has-membership'
import type { Settings } from '@/config/settings'
import { throughConflicts } from '@/lib/write-once'
import type { Mailer, SendOutcome } from '@/mail/mailer'
import type { BulletinLetter } from '@/payload-types'
import { letterMail } from './compose-letter'
import { type Reader, readerOf } from './reader'

const collection = 'bulletin-letters'

const MINUTE = 60_000
const A_FEW = 50
const MOST_TRIES = 6
/** How long a letter may be at the gate, before it is taken that its sender is no more. RFC 5321 allows 10 minutes. */
const AT_GATE = 30 * MINUTE
/** How long a letter waits for the subscription it was written for. */
const WAITS = 60 * MINUTE

export type SendLettersArgs = {
  readonly payload: Payload
  readonly mailer: Mailer
  readonly settings: Settings
  readonly now: Date
  /** Aborted when this process is to end: no further letter begins. */
  readonly stop?: AbortSignal
}

type LetterChange = Partial<
  Pick<BulletinLetter, 'state' | 'reason' | 'attempts' | 'nextAttemptAt' | 'sendingAt' | 'doneAt'>
>

/** One conditional write: of two senders one has it. */
async function change(
  payload: Payload,
  id: string,
  state: BulletinLetter['state'],
  data: LetterChange,
): Promise<boolean> {
  const where: Where = { and: [{ id: { equals: id } }, { state: { equals: state } }] }
  const row: unknown = await throughConflicts(() =>
    payload.db.updateOne({ collection, where, data, options: { atomic: true } }),
  )
  return row !== null
}

async function letters(payload: Payload, and: Where[]): Promise<BulletinLetter[]> {
  const { docs } = await payload.db.find<BulletinLetter>({
    collection,
    where: { and },
    sort: 'createdAt',
    limit: A_FEW,
    pagination: false,
  })
  return docs
}

/** Letters whose sender stopped at the gate: nobody can know whether the server has them. They are not sent again. */
async function markStranded(payload: Payload, now: Date): Promise<void> {
  const before = new Date(now.getTime() - AT_GATE).toISOString()
  const stranded = await letters(payload, [
    { state: { equals: 'sending' } },
    { sendingAt: { less_than: before } },
  ])
  for (const { id } of stranded) {
    const reason = 'the sender stopped at the gate'
    await change(payload, id, 'sending', {
      state: 'uncertain',
      reason,
      doneAt: now.toISOString(),
    })
  }
}

type Standing =
  | { readonly kind: 'send'; readonly reader: Reader }
  | { readonly kind: 'wait' }
  | { readonly kind: 'skip'; readonly reason: string }

const skip = (reason: string): Standing => ({ kind: 'skip', reason })

function standingOf(letter: BulletinLetter, reader: Reader | null, now: Date): Standing {
  const isYoung = now.getTime() - new Date(letter.createdAt).getTime() < WAITS
  const bar = reader?.bar?.reason
  const isUnconfirmed = bar === 'not confirmed'
  // The letter is written down before the subscription that it is about.
  if (!reader || (letter.kind === 'welcome' && isUnconfirmed)) {
    return isYoung ? { kind: 'wait' } : skip('there is no subscription')
  }
  if (letter.kind === 'welcome') return bar ? skip(bar) : { kind: 'send', reader }
  if (!isUnconfirmed) return skip(bar ?? 'answered already')
  return hasMembership(reader.member, now) ? { kind: 'send', reader } : skip('membership lapsed')
}

/** The letter is no longer this sender's to send. */
class NotOurs extends Error {
  override readonly name = 'NotOurs'
}

/** What an outcome makes of a letter; null where nothing was handed over and it is owed as before. */
function changeFor(outcome: SendOutcome, attempts: number, now: Date): LetterChange | null {
  const doneAt = now.toISOString()
  switch (outcome.state) {
    case 'sent':
      return { state: 'sent', doneAt }
    case 'uncertain':
      return { state: 'uncertain', reason: outcome.reason.slice(0, 300), doneAt }
    case 'refused':
      return { state: 'failed', reason: outcome.reply.slice(0, 300), doneAt }
    case 'deferred': {
      if (attempts + 1 >= MOST_TRIES)
        return { state: 'failed', reason: outcome.reply.slice(0, 300), doneAt }
      const again = now.getTime() + 15 * MINUTE * 2 ** attempts
      const nextAttemptAt = new Date(again).toISOString()
      return { state: 'pending', attempts: attempts + 1, nextAttemptAt }
    }
    case 'unreached':
      return { state: 'pending' }
    case 'stopped':
      return null
  }
}

async function handOver(
  { payload, mailer, settings, now }: SendLettersArgs,
  letter: BulletinLetter,
  reader: Reader,
): Promise<SendOutcome> {
  let isClaimed = false as boolean
  const beforeBody = async () => {
    const claim = { state: 'sending' as const, sendingAt: now.toISOString() }
    isClaimed = await change(payload, letter.id, 'pending', claim)
    if (!isClaimed) throw new NotOurs()
  }
  const outcome = await mailer.send(await letterMail(letter, reader, settings, now), { beforeBody })
  if (outcome.state === 'stopped' && !(outcome.cause instanceof NotOurs)) throw outcome.cause
  const changed = changeFor(outcome, letter.attempts, now)
  if (changed) await change(payload, letter.id, isClaimed ? 'sending' : 'pending', changed)
  return outcome
}

async function sendLetter(args: SendLettersArgs, letter: BulletinLetter): Promise<string> {
  const { payload, settings, now } = args
  const reader = await readerOf({ payload, settings, now }, letter.memberId)
  const standing = standingOf(letter, reader, now)
  if (standing.kind === 'send') return (await handOver(args, letter, standing.reader)).state
  if (standing.kind === 'skip') {
    const { reason } = standing
    await change(payload, letter.id, 'pending', {
      state: 'skipped',
      reason,
      doneAt: now.toISOString(),
    })
  }
  return standing.kind
}

/**
 * Sends the letters that are owed, oldest first, until no server is reached.
 *
 * Safe to repeat, and from several workers. Each is claimed durably when the server asks for its body: a crash before
 * leaves it owed; a crash after makes it `uncertain`, never sent again. @returns how many were handed over.
 */
export async function sendLetters(args: SendLettersArgs): Promise<{ sent: number }> {
  const { payload, now } = args
  await markStranded(payload, now)
  const owed = await letters(payload, [
    { state: { equals: 'pending' } },
    {
      or: [
        { nextAttemptAt: { exists: false } },
        { nextAttemptAt: { less_than_equal: now.toISOString() } },
      ],
    },
  ])
  let sent = 0
  for (const letter of owed) {
    if (args.stop?.aborted) break
    const state = await sendLetter(args, letter)
    if (state === 'unreached') break
    if (state === 'sent') sent += 1
  }
  return { sent }
}
