import type { Payload, Where } from 'payload'
import type { BulletinIssue } from '@/payload-types'
import { CLOSED_STATES } from './issues'

const DAY = 24 * 60 * 60 * 1000

/** For how long the words of an issue's mails are kept once it is closed. */
export const BODIES_KEPT_DAYS = 7

/** When an issue came to its end: those that were cancelled or empty have no moment of their own. */
const endOf = ({ finishedAt, slotAt }: BulletinIssue): Date => new Date(finishedAt ?? slotAt)

/** Keys of the issues that were closed by a moment. */
export async function issuesClosedBy(payload: Payload, by: Date): Promise<string[]> {
  const { docs } = await payload.db.find<BulletinIssue>({
    collection: 'bulletin-issues',
    where: { state: { in: CLOSED_STATES } },
    pagination: false,
    limit: 0,
  })
  return docs.filter((issue) => endOf(issue) <= by).map(({ key }) => key)
}

/**
 * Empties the mails that issues were sent with, seven days after they closed. What each told of stays in it, for the
 * receipts, for what is carried over and for looking up. Safe to repeat. @returns how many were emptied.
 */
export async function forgetBodies(payload: Payload, now: Date): Promise<number> {
  const by = new Date(now.getTime() - BODIES_KEPT_DAYS * DAY)
  const closed = await issuesClosedBy(payload, by)
  if (closed.length === 0) return 0
  const where: Where = { and: [{ issueKey: { in: closed } }, { html: { not_equals: '' } }] }
  const { totalDocs } = await payload.db.count({ collection: 'bulletin-bodies', where })
  if (totalDocs > 0) {
    await payload.db.updateMany({
      collection: 'bulletin-bodies',
      where,
      data: { html: '', text: '' },
      returning: false,
    })
  }
  return totalDocs
}
