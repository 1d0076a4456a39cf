import type { Payload, Where } from 'payload'

/**
 * Forgets passes whose time is over, and with them the addresses their mails went to: the colleague may never have heard
 * of us. A mail still on its way is left to its sender, and forgotten at the next look. Safe to repeat.
 */
export async function forgetPasses(payload: Payload, now: Date): Promise<void> {
  const { docs } = await payload.find({
    collection: 'colleague-passes',
    overrideAccess: true,
    depth: 0,
    limit: 1000,
    pagination: false,
    where: { endsAt: { less_than_equal: now.toISOString() } },
    select: {},
  })
  const ids = docs.map(({ id }) => id)
  if (ids.length === 0) return
  const mails: Where = { and: [{ kind: { equals: 'colleague-pass' } }, { subjectId: { in: ids } }] }
  await payload.db.deleteMany({
    collection: 'account-mails',
    where: { and: [mails, { state: { not_in: ['owed', 'sending'] } }] },
  })
  const { docs: underWay } = await payload.find({
    collection: 'account-mails',
    overrideAccess: true,
    depth: 0,
    limit: 0,
    pagination: false,
    where: mails,
    select: { subjectId: true },
  })
  const kept = new Set(underWay.map(({ subjectId }) => subjectId))
  const gone = ids.filter((id) => !kept.has(id))
  if (gone.length === 0) return
  await payload.db.deleteMany({ collection: 'colleague-passes', where: { id: { in: gone } } })
}
