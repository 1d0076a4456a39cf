import type { Payload, Where } from 'payload'
import type { PublicBriefing } from '@/access/to-public-part'
import type { BulletinItem } from '@/payload-types'

/** An edition announced by an issue, as it stood when the issue was frozen. */
export type AnnouncedItem = {
  readonly briefingId: string
  readonly edition: number
  readonly publicPart: PublicBriefing
  readonly topicIds: readonly string[]
  /** Member text: what changed in this edition, where the issue's editors let it into the mail. */
  readonly changeNote: string | null
  readonly seriesId?: string | null
}

async function readItems(payload: Payload, where: Where): Promise<AnnouncedItem[]> {
  const { docs } = await payload.db.find<BulletinItem>({
    collection: 'bulletin-items',
    where,
    sort: 'position',
    pagination: false,
    limit: 0,
  })
  return docs.map(({ briefingId, edition, publicPart, topicIds, changeNote, seriesId }) => ({
    briefingId,
    edition,
    publicPart: publicPart as unknown as PublicBriefing,
    topicIds: topicIds as string[],
    changeNote: changeNote ?? null,
    seriesId: seriesId ?? null,
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
