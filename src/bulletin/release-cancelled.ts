import type { Payload } from 'payload'
import type { BulletinIssue } from '@/payload-types'

/**
 * Items of issues that were cancelled are news again: the next issue announces them to all who have no receipt for them.
 * Called before an issue is frozen, so that a crash within a cancellation loses none. Safe to repeat.
 */
export async function releaseCancelled(payload: Payload): Promise<void> {
  const { docs } = await payload.db.find<BulletinIssue>({
    collection: 'bulletin-issues',
    where: { state: { equals: 'cancelled' } },
    pagination: false,
    limit: 0,
    select: { key: true },
  })
  if (docs.length === 0) return
  await payload.db.deleteMany({
    collection: 'bulletin-items',
    where: { issueKey: { in: docs.map(({ key }) => key) } },
  })
}
