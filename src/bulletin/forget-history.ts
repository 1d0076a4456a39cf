import type { Payload, Where } from 'payload'
import { issuesClosedBy } from './forget-bodies'

const DAY = 24 * 60 * 60 * 1000

/** For how long it is kept what became of an issue for each reader. */
export const HISTORY_KEPT_DAYS = 365

async function remove(
  payload: Payload,
  collection: 'bulletin-deliveries' | 'bulletin-bodies' | 'bulletin-letters',
  where: Where,
): Promise<number> {
  const { totalDocs } = await payload.db.count({ collection, where })
  if (totalDocs > 0) await payload.db.deleteMany({ collection, where })
  return totalDocs
}

/**
 * Deletes what became of each mail of an issue a year after it closed, and requests to confirm of that age. The issue
 * keeps its sums; receipts and welcomes stay for as long as the member does, since they stop what would be a second one.
 *
 * Safe to repeat. @returns how many rows were deleted.
 */
export async function forgetHistory(payload: Payload, now: Date): Promise<number> {
  const by = new Date(now.getTime() - HISTORY_KEPT_DAYS * DAY)
  const closed = await issuesClosedBy(payload, by)
  const ofIssues = { issueKey: { in: closed } }
  const requests: Where = {
    and: [{ kind: { equals: 'confirm' } }, { createdAt: { less_than: by.toISOString() } }],
  }
  let deleted = await remove(payload, 'bulletin-letters', requests)
  if (closed.length === 0) return deleted
  deleted += await remove(payload, 'bulletin-deliveries', ofIssues)
  deleted += await remove(payload, 'bulletin-bodies', ofIssues)
  return deleted
}
