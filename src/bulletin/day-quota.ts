import type { Payload } from 'payload'
import type { BulletinIssue } from '@/payload-types'

const DAY = 24 * 60 * 60 * 1000
/** Rows are found by their issue: no more issues than these go out within a day. */
const ISSUES_LOOKED_AT = 8

async function newestKeys(payload: Payload): Promise<string[]> {
  const { docs } = await payload.db.find<Pick<BulletinIssue, 'id' | 'key'>>({
    collection: 'bulletin-issues',
    where: {},
    sort: '-slotAt',
    limit: ISSUES_LOOKED_AT,
    select: { key: true },
  })
  return docs.map(({ key }) => key)
}

/**
 * How many more mails of the Bulletin may be handed over at `now`, if `perDay` may be within any 24 hours.
 *
 * Counted from the ledger, so that neither a restart nor a second worker forgets what was sent.
 */
export async function leftOfDay(
  payload: Payload,
  perDay: number | undefined,
  now: Date,
): Promise<number> {
  if (perDay === undefined) return Infinity
  const since = new Date(now.getTime() - DAY).toISOString()
  const { totalDocs } = await payload.db.count({
    collection: 'bulletin-deliveries',
    where: {
      and: [
        { issueKey: { in: await newestKeys(payload) } },
        { sendingAt: { greater_than: since } },
      ],
    },
  })
  return Math.max(0, perDay - totalDocs)
}
