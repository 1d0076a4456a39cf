import type { Payload, Where } from 'payload'
import { MAIL_KINDS } from '../mails/owe-mail'

const DAY = 24 * 60 * 60 * 1000
/** How long somebody may wait for a seat. After that they would have to ask again. */
export const WAIT_DAYS = 365

const KINDS = Object.entries(MAIL_KINDS).flatMap(([kind, subject]) =>
  subject === 'join-requests' ? [kind] : [],
)

/** Those that ran out, whatever came of them, but for those who wait: these have a year from their confirming. */
const isOver = (now: Date): Where => ({
  or: [
    {
      and: [{ state: { not_equals: 'waiting' } }, { expiresAt: { less_than: now.toISOString() } }],
    },
    {
      and: [
        { state: { equals: 'waiting' } },
        { confirmedAt: { less_than: new Date(now.getTime() - WAIT_DAYS * DAY).toISOString() } },
      ],
    },
  ],
})

/**
 * Forgets wishes to join whose time is over, and with them what was mailed because of them: whoever gave the address may
 * not be its owner. One whose mail is still on its way is left to its sender, and forgotten at the next look.
 *
 * Mails go first, so that none is left without its wish. Safe to repeat.
 */
export async function forgetRequests(payload: Payload, now: Date): Promise<void> {
  const { docs } = await payload.find({
    collection: 'join-requests',
    overrideAccess: true,
    depth: 0,
    limit: 1000,
    pagination: false,
    where: isOver(now),
    select: {},
  })
  const over = docs.map(({ id }) => id)
  if (over.length === 0) return
  const mailsOf = (ids: readonly string[]): Where[] => [
    { kind: { in: KINDS } },
    { subjectId: { in: [...ids] } },
  ]
  const { docs: underWay } = await payload.find({
    collection: 'account-mails',
    overrideAccess: true,
    depth: 0,
    limit: 0,
    pagination: false,
    where: { and: [...mailsOf(over), { state: { in: ['owed', 'sending'] } }] },
    select: { subjectId: true },
  })
  const kept = new Set(underWay.map(({ subjectId }) => subjectId))
  const gone = over.filter((id) => !kept.has(id))
  if (gone.length === 0) return
  await payload.db.deleteMany({ collection: 'account-mails', where: { and: mailsOf(gone) } })
  await payload.db.deleteMany({ collection: 'join-requests', where: { id: { in: gone } } })
}
