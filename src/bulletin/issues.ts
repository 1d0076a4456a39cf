import type { Payload, Where } from 'payload'
import type { BulletinIssue } from '@/payload-types'
import { throughConflicts } from '@/lib/write-once'

const collection = 'bulletin-issues'

export type IssueState = BulletinIssue['state']

/** An issue in one of these is done with: another may be opened. */
export const CLOSED_STATES = ['finished', 'empty', 'cancelled'] satisfies IssueState[]

async function newest(payload: Payload, where: Where): Promise<BulletinIssue | null> {
  const { docs } = await payload.db.find<BulletinIssue>({
    collection,
    where,
    sort: '-slotAt',
    limit: 1,
  })
  return docs[0] ?? null
}

export const issueByKey = (payload: Payload, key: string): Promise<BulletinIssue | null> =>
  newest(payload, { key: { equals: key } })

/** The issue that is being prepared or sent. There is one at most. */
export const openIssueNow = (payload: Payload): Promise<BulletinIssue | null> =>
  newest(payload, { state: { not_in: CLOSED_STATES } })

/** Issues older than this one that are open all the same, oldest first: somebody reopened them. */
export async function openIssuesBefore(
  payload: Payload,
  { slotAt }: Pick<BulletinIssue, 'slotAt'>,
): Promise<BulletinIssue[]> {
  const { docs } = await payload.db.find<BulletinIssue>({
    collection,
    where: { and: [{ state: { not_in: CLOSED_STATES } }, { slotAt: { less_than: slotAt } }] },
    sort: 'slotAt',
    pagination: false,
    limit: 0,
  })
  return docs
}

/** The issues that were done with last, newest first. */
export async function newestClosedIssues(
  payload: Payload,
  limit: number,
): Promise<BulletinIssue[]> {
  const { docs } = await payload.db.find<BulletinIssue>({
    collection,
    where: { state: { in: ['finished', 'cancelled'] satisfies IssueState[] } },
    sort: '-slotAt',
    limit,
  })
  return docs
}

export const newestIssue = (payload: Payload): Promise<BulletinIssue | null> =>
  newest(payload, { id: { exists: true } })

/** Changes an issue if `condition` still holds. Answers the changed row, or null where another was first. */
export async function changeIssue(
  payload: Payload,
  key: string,
  condition: Where,
  data: Partial<Omit<BulletinIssue, 'id'>>,
): Promise<BulletinIssue | null> {
  const where = { and: [{ key: { equals: key } }, condition] }
  const changed: unknown = await throughConflicts(() =>
    payload.db.updateOne({ collection, where, data, options: { atomic: true } }),
  )
  return changed as BulletinIssue | null
}

/** The last issue that went out. */
export const newestSentIssue = (payload: Payload): Promise<BulletinIssue | null> =>
  newest(payload, { state: { equals: 'finished' } })
