import type { Payload } from 'payload'
import { itemsOfIssue } from './items'
import { stillPublic } from './still-public'

/**
 * Items of an issue that are public no longer belong to no issue: should they be published again, the next one announces
 * them to all who have no receipt for them.
 *
 * Called where such items are left out of a mail, so that what is put off is told late and not never. Safe to repeat.
 */
export async function releaseWithdrawn(
  payload: Payload,
  issueKey: string,
  now: Date,
): Promise<void> {
  const items = await itemsOfIssue(payload, issueKey)
  const standing = new Set(
    (await stillPublic(payload, items, now)).map(({ briefingId }) => briefingId),
  )
  const withdrawn = items.map(({ briefingId }) => briefingId).filter((id) => !standing.has(id))
  if (withdrawn.length === 0) return
  await payload.db.deleteMany({
    collection: 'bulletin-items',
    where: { and: [{ issueKey: { equals: issueKey } }, { briefingId: { in: withdrawn } }] },
  })
}
