import { setImmediate } from 'node:timers/promises'
import type { Payload, Where } from 'payload'
import { onItsOwn } from '@/lib/on-its-own'
import { throughConflicts } from '@/lib/write-once'
import type { SendOutcome } from '@/mail/mailer'
import type { AccountMail } from '@/payload-types'
import { composeMail } from './compose-mail'
import { GIVEN_UP } from './has-reached'
import type { MailDesk } from './mail-desk'
import { TO_STAFF } from './owe-mail'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const TRIED_AGAIN_AFTER = 5 * MINUTE
const GIVEN_UP_AFTER = 3 * DAY
const MAY_STAND_OPEN = 15 * MINUTE
const AT_A_TIME = 200

/** Another worker has the mail: nothing of it goes out from here. */
class NotOurs extends Error {
  override readonly name = 'NotOurs'
}

async function change(
  payload: Payload,
  where: Where[],
  data: Record<string, unknown>,
): Promise<boolean> {
  const row: unknown = await throughConflicts(() =>
    payload.db.updateOne({
      collection: 'account-mails',
      where: { and: where },
      data,
      options: { atomic: true },
    }),
  )
  return row !== null
}

const isIn = (id: string, state: AccountMail['state']): Where[] => [
  { id: { equals: id } },
  { state: { equals: state } },
]

function standingAfter(outcome: SendOutcome, mail: AccountMail, now: Date) {
  const done = (state: AccountMail['state'], reason?: string) => ({
    state,
    doneAt: now.toISOString(),
    reason: reason?.slice(0, 300) ?? null,
  })
  if (outcome.state === 'sent') return done('sent')
  if (outcome.state === 'uncertain') return done('uncertain', outcome.reason)
  if (outcome.state === 'refused') return done('failed', outcome.reply)
  const isOver = now.getTime() - new Date(mail.owedAt).getTime() > GIVEN_UP_AFTER
  if (isOver) return done('failed', GIVEN_UP)
  return {
    state: 'owed' as const,
    nextAttemptAt: new Date(now.getTime() + TRIED_AGAIN_AFTER).toISOString(),
  }
}

/** Of a look at what is owed that began at `now`: a slow server can make it a long one. */
function clockFrom(now: Date): () => Date {
  const began = performance.now()
  return () => new Date(now.getTime() + performance.now() - began)
}

async function deliver(
  desk: MailDesk,
  mail: AccountMail,
  now: Date,
  clock: () => Date,
): Promise<SendOutcome | null> {
  const { payload, mailer, siteUrl } = desk
  const message = await composeMail(desk, mail, now)
  if (!message) {
    const data = { state: 'dropped', doneAt: now.toISOString() }
    await change(payload, isIn(mail.id, 'owed'), data)
    return null
  }
  const claim = { isOurs: false }
  const beforeBody = async () => {
    const data = { state: 'sending', sendingAt: clock().toISOString() }
    claim.isOurs = await change(payload, isIn(mail.id, 'owed'), data)
    if (!claim.isOurs) throw new NotOurs()
  }
  const outcome = await mailer.send(
    {
      to: { address: mail.address === TO_STAFF ? desk.staffAddress : mail.address },
      replyTo: desk.replyTo,
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      messageId: `account-${mail.id}@${new URL(siteUrl).hostname}`,
      ...message,
    },
    { beforeBody },
  )
  if (outcome.state === 'stopped') {
    if (!(outcome.cause instanceof NotOurs)) throw outcome.cause
    return outcome
  }
  const from = claim.isOurs ? 'sending' : 'owed'
  await change(payload, isIn(mail.id, from), standingAfter(outcome, mail, now))
  return outcome
}

/** One that cannot be made or claimed because of a fault is put off, and keeps no other from going out. */
async function deliverOnItsOwn(desk: MailDesk, mail: AccountMail, now: Date, clock: () => Date) {
  let state: SendOutcome['state'] | 'dropped' | null = null
  const isDone = await onItsOwn(
    desk.payload.logger,
    `Delivering the mail ${mail.id}`,
    async () => (state = (await deliver(desk, mail, now, clock))?.state ?? 'dropped'),
  )
  const nextAttemptAt = new Date(now.getTime() + TRIED_AGAIN_AFTER).toISOString()
  if (!isDone) await change(desk.payload, isIn(mail.id, 'owed'), { nextAttemptAt })
  return state as SendOutcome['state'] | 'dropped' | null
}

/** What was being sent when a process died may have been taken or not: it is not sent again by itself. */
async function settleTorn(payload: Payload, now: Date): Promise<void> {
  const longAgo = new Date(now.getTime() - MAY_STAND_OPEN).toISOString()
  const torn: Where = { sendingAt: { less_than: longAgo } }
  const { docs } = await payload.find({
    collection: 'account-mails',
    overrideAccess: true,
    depth: 0,
    limit: 0,
    pagination: false,
    where: { and: [{ state: { equals: 'sending' } }, torn] },
    select: {},
  })
  const reason = 'The process sending it died.'
  for (const { id } of docs) {
    const data = { state: 'uncertain', doneAt: now.toISOString(), reason }
    await change(payload, [...isIn(id, 'sending'), torn], data)
  }
}

/**
 * Sends the account mails that are owed, oldest first, until no server is reached.
 *
 * Each is claimed durably when the server asks for the body, so that none is sent twice, by any number of workers and
 * over any crash. One that nobody needs any longer is dropped. Safe to repeat.
 */
export async function deliverMails(
  desk: MailDesk,
  now: Date,
): Promise<{ sent: number; dropped: number }> {
  await settleTorn(desk.payload, now)
  const { docs } = await desk.payload.find({
    collection: 'account-mails',
    overrideAccess: true,
    depth: 0,
    limit: AT_A_TIME,
    pagination: false,
    sort: 'owedAt',
    where: {
      and: [
        { state: { equals: 'owed' } },
        { nextAttemptAt: { less_than_equal: now.toISOString() } },
      ],
    },
  })
  const counts = { sent: 0, dropped: 0 }
  const clock = clockFrom(now)
  for (const mail of docs) {
    await setImmediate()
    const state = await deliverOnItsOwn(desk, mail, now, clock)
    if (state === 'unreached') break
    if (state === 'sent' || state === 'dropped') counts[state] += 1
  }
  return counts
}
