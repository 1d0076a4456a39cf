import type { Payload } from 'payload'
import type { BulletinIssue } from '@/payload-types'
import type { DeliveryStore } from './delivery-store'
import { wasLookedAt } from './was-looked-at'

const REASON = 'readers called the mail junk'

/** From here on a share says more than chance, and one person's word is not a share. */
const ENOUGH_SENT = 100
const ENOUGH_COMPLAINTS = 2
/** Where the large mailbox providers begin to treat all of a sender's mail as junk (Gmail, Yahoo: sender guidelines). */
const MOST_COMPLAINTS = 0.003

/** Whether so many complaints of so many mails should stop an issue. */
export const areTooMany = (complaints: number, sent: number): boolean =>
  sent >= ENOUGH_SENT && complaints >= ENOUGH_COMPLAINTS && complaints / sent > MOST_COMPLAINTS

/**
 * Why an issue should stop for a person to look, or null: more than three readers in a thousand called it junk while it
 * was being sent. Who resumed it once has looked.
 */
export async function tooManyComplaints(
  payload: Payload,
  store: DeliveryStore,
  issue: BulletinIssue,
): Promise<string | null> {
  if (wasLookedAt(issue, REASON)) return null
  const { sent } = await store.counts(issue.key)
  if (sent < ENOUGH_SENT) return null
  const { totalDocs: complaints } = await payload.db.count({
    collection: 'bulletin-deliveries',
    where: { and: [{ issueKey: { equals: issue.key } }, { complainedAt: { exists: true } }] },
  })
  return areTooMany(complaints, sent) ? `${complaints} of ${sent} ${REASON}` : null
}
