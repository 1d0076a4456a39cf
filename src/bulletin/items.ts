import type { Payload, Where } from 'payload'
import type { PublicBriefing } from '@/access/to-public-part'
import type { BulletinItem } from '@/payload-types'

/** An edition announced by an issue, as it stood when the issue was frozen. */
export type AnnouncedItem = {
  readonly briefingId: string
  readonly edition: number
  readonly publicPart: PublicBriefing
  readonly topicIds: readonly string[]
}

async function readItems(payload: Payload, where: Where): Promise<AnnouncedItem[]> {
  const { docs } = await payload.db.find<BulletinItem>({
    collection: 'bulletin-items',
    where,
    sort: 'position',
    pagination: false,
    limit: 0,
  })
  return docs.map(({ briefingId, edition, publicPart, topicIds }) => ({
    briefingId,
    edition,
    publicPart: publicPart as unknown as PublicBriefing,
    topicIds: topicIds as string[],
  }))
}

/** What an issue announces, in its order. */
export const itemsOfIssue = (payload: Payload, issueKey: string): Promise<AnnouncedItem[]> =>
  readItems(payload, { issueKey: { equals: issueKey } })

export const itemsOfBriefings = (payload: Payload, ids: readonly string[]) =>
  readItems(payload, { briefingId: { in: [...ids] } })

export const itemsFrozenSince = (payload: Payload, earliest: Date): Promise<AnnouncedItem[]> =>
  readItems(payload, { createdAt: { greater_than: earliest.toISOString() } })

export const itemKey = ({ briefingId, edition }: Pick<AnnouncedItem, 'briefingId' | 'edition'>) =>
  `${briefingId}/${edition}`
