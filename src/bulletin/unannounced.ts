import type { Payload } from 'payload'
import { PUBLIC_FIELDS } from '@/access/public-fields'
import { type PublicBriefing, toPublicPart } from '@/access/to-public-part'
import type { Briefing } from '@/payload-types'
import { readTopicTree, withAncestors } from './topic-tree'

/** An edition of a briefing that no issue has announced: its public part, and what changed in it. */
export type Unannounced = {
  readonly briefingId: string
  readonly edition: number
  readonly title: string
  readonly publicPart: PublicBriefing
  readonly topicIds: readonly string[]
  /** Member text. */
  readonly changeNote: string | null
  readonly seriesId: string | null
}

const announcedKey = (briefingId: string, edition: number) => `${briefingId}/${edition}`

async function readAnnounced(payload: Payload): Promise<Set<string>> {
  const { docs } = await payload.db.find<{ id: string; briefingId: string; edition: number }>({
    collection: 'bulletin-items',
    where: {},
    pagination: false,
    limit: 0,
    select: { briefingId: true, edition: true },
  })
  return new Set(docs.map(({ briefingId, edition }) => announcedKey(briefingId, edition)))
}

async function findOwed(payload: Payload, until: Date): Promise<Map<string, number>> {
  const { docs } = await payload.find({
    collection: 'briefings',
    overrideAccess: true,
    pagination: false,
    depth: 0,
    where: {
      _status: { equals: 'published' },
      publishedAt: { less_than_equal: until.toISOString() },
    },
    select: { edition: true, announceFrom: true },
  })
  const announced = await readAnnounced(payload)
  return new Map(
    docs
      .map(({ id, edition, announceFrom }) => ({ id, edition: edition ?? 1, announceFrom }))
      .filter(({ edition, announceFrom }) => edition >= (announceFrom ?? 1))
      .filter(({ id, edition }) => !announced.has(announcedKey(id, edition)))
      .map(({ id, edition }) => [id, edition]),
  )
}

const topicIdsOf = ({ topics }: Pick<Briefing, 'topics'>): string[] =>
  (topics ?? []).map((topic) => (typeof topic === 'object' ? topic.id : topic))

const changeNoteIn = ({ changes }: Pick<Briefing, 'changes'>, edition: number): string | null =>
  changes?.findLast((change) => change.edition === edition)?.note ?? null

const seriesIdOf = ({ series }: Pick<Briefing, 'series'>): string | null =>
  (typeof series === 'object' ? series?.id : series) ?? null

/**
 * Published editions that the Bulletin has yet to announce, new ones before updates, newest first.
 *
 * Gathered by what has been announced and not by date: what was published late, back-dated or during a week without
 * a Bulletin is still owed. Editions below the briefing's `announceFrom` are not.
 */
export async function unannounced(payload: Payload, until: Date): Promise<Unannounced[]> {
  const owed = await findOwed(payload, until)
  if (owed.size === 0) return []
  const tree = await readTopicTree(payload)
  const { docs } = await payload.find({
    collection: 'briefings',
    overrideAccess: true,
    pagination: false,
    depth: 1,
    where: { id: { in: [...owed.keys()] } },
    sort: ['-publishedAt', 'title'],
    select: { ...PUBLIC_FIELDS, changes: true },
  })
  return docs
    .map((briefing) => {
      const edition = owed.get(briefing.id) ?? 1
      return {
        briefingId: briefing.id,
        edition,
        title: briefing.title,
        publicPart: toPublicPart(briefing as Briefing, []),
        topicIds: withAncestors(tree, topicIdsOf(briefing)),
        seriesId: seriesIdOf(briefing),
        changeNote: changeNoteIn(briefing, edition),
      }
    })
    .sort((a, b) => Number(isUpdate(a)) - Number(isUpdate(b)))
}

/** True for an edition after the first: what it says was there before in another form. */
export const isUpdate = ({ edition }: { readonly edition: number }): boolean => edition > 1
