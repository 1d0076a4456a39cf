import { createHash } from 'node:crypto'
import type { Payload } from 'payload'
import type { Settings } from '@/config/settings'
import { writeOnce } from '@/lib/write-once'
import { heedBounce } from './heed-bounce'
import { heedComplaint } from './heed-complaint'
import { matchInbound, type Matched } from './inbound-match'
import { type InboundMessage, readInbound } from './inbound-message'
import { type Verdict, verdictOn } from './inbound-verdict'
import { noteBounce, noteComplaint } from './note-bounce'
import { proveAccepted } from './prove-accepted'
import { countSoftBounces } from './soft-bounces'

export type ReceiveArgs = {
  readonly payload: Payload
  readonly settings: Pick<Settings, 'secret'>
  readonly raw: Buffer
  readonly now: Date
}

/** What a message was, and what it changed. */
export type ReceivedMail = Pick<Verdict, 'kind' | 'enhancedCode'> & {
  readonly deliveryKey: string | null
  readonly memberId: string | null
  /** False for bytes that were here before. */
  readonly isNew: boolean
  /** `staff-to-tell` is told by the worker, once an issue. */
  readonly effect: 'bulletin-stopped' | 'counted' | 'staff-to-tell' | 'noted' | 'none'
}

type Known = Matched & {
  readonly payload: Payload
  readonly message: InboundMessage
  readonly verdict: Verdict
  readonly now: Date
}

/** What a failure brings about beside stopping at once. Each may make a row of soft ones longer, so all are counted. */
const EFFECTS: Partial<Record<Verdict['kind'], ReceivedMail['effect']>> = {
  'bounce-hard': 'noted',
  'bounce-soft': 'counted',
  policy: 'staff-to-tell',
}

async function heedVerdict(known: Known): Promise<ReceivedMail['effect']> {
  const { payload, delivery, memberId, message, verdict, now } = known
  if (verdict.kind === 'complaint' && memberId) {
    const complaint = { payload, memberId, delivery, writtenAt: message.date, now }
    return (await heedComplaint(complaint)) ? 'bulletin-stopped' : 'noted'
  }
  if (!delivery) return 'none'
  const isGone = verdict.kind === 'bounce-hard'
  const stopped = isGone && (await heedBounce({ payload, delivery, now }))
  if (EFFECTS[verdict.kind]) {
    await countSoftBounces({ payload, memberId: delivery.memberId, now })
  }
  return stopped ? 'bulletin-stopped' : (EFFECTS[verdict.kind] ?? 'noted')
}

async function noteOnDelivery({ payload, delivery, verdict, now }: Known): Promise<void> {
  if (!delivery) return
  await proveAccepted({ payload, delivery, now })
  await noteBounce(payload, delivery.id, verdict, now)
  if (verdict.kind === 'complaint') await noteComplaint(payload, delivery.id, now)
}

/**
 * Takes in one message of the bounce mailbox: finds whose mail it is about, keeps that once, and does what follows.
 *
 * Safe to repeat with the same bytes, with copies in other words, in any order, and after a crash at any line: all that
 * follows is worked out from what is kept. Keeps no body. A message that is nobody's is kept as such and changes nothing.
 */
export async function receiveInbound(args: ReceiveArgs): Promise<ReceivedMail> {
  const { payload, settings, raw, now } = args
  const message = await readInbound(raw)
  const matched = await matchInbound({ payload, secret: settings.secret, traces: message.traces })
  const verdict = verdictOn(message, matched.delivery?.address ?? null)
  const known: Known = { payload, ...matched, message, verdict, now }
  const fact = {
    kind: verdict.kind,
    enhancedCode: verdict.enhancedCode,
    deliveryKey: matched.delivery?.key ?? null,
    memberId: matched.memberId,
  }
  await noteOnDelivery(known)
  const isNew = await writeOnce(payload, 'inbound-mail', {
    ...fact,
    fingerprint: createHash('sha256').update(raw).digest('hex'),
    diagnostic: verdict.diagnostic,
    at: now.toISOString(),
  })
  return { ...fact, isNew, effect: await heedVerdict(known) }
}
