import type { Payload } from 'payload'
import type { BulletinIssue, ConsentEvent } from '@/payload-types'
import { deliveryStoreOf } from './adapters/by-database'
import type { IssueState } from './issues'

/** A past issue in numbers. */
export type IssueSummary = {
  readonly key: string
  /** ISO date-time. */
  readonly slotAt: string
  readonly state: IssueState
  readonly subject: string | null
  readonly sent: number
  readonly failed: number
  readonly uncertain: number
  /** How many left between this issue and the next. */
  readonly unsubscribed: number
}

const LEFT: ConsentEvent['action'][] = ['unsubscribed', 'one-click-unsubscribed']

async function momentsOfLeaving(payload: Payload, since: string): Promise<string[]> {
  const { docs } = await payload.db.find<Pick<ConsentEvent, 'id' | 'at'>>({
    collection: 'consent-events',
    where: { and: [{ action: { in: LEFT } }, { at: { greater_than_equal: since } }] },
    pagination: false,
    limit: 0,
    select: { at: true },
  })
  return docs.map(({ at }) => at)
}

const beganAt = ({ frozenAt, slotAt }: BulletinIssue): string => frozenAt ?? slotAt

async function numbersOf(payload: Payload, issue: BulletinIssue) {
  const { state, sent, failed, uncertain } = issue
  if (state === 'finished' && typeof sent === 'number') {
    return { sent, failed: failed ?? 0, uncertain: uncertain ?? 0 }
  }
  return deliveryStoreOf(payload).counts(issue.key)
}

/** The last issues that were made up, newest first, with what became of their mail and how many left after each. */
export async function issueHistory(payload: Payload, limit: number): Promise<IssueSummary[]> {
  const { docs } = await payload.db.find<BulletinIssue>({
    collection: 'bulletin-issues',
    where: { state: { not_equals: 'planned' } },
    sort: '-slotAt',
    limit,
  })
  const oldest = docs.at(-1)
  const left = oldest ? await momentsOfLeaving(payload, beganAt(oldest)) : []
  const summaries: IssueSummary[] = []
  for (const [place, issue] of docs.entries()) {
    const next = docs[place - 1]
    const unsubscribed = left.filter(
      (at) => at >= beganAt(issue) && (!next || at < beganAt(next)),
    ).length
    const { sent, failed, uncertain } = await numbersOf(payload, issue)
    const { key, slotAt, state, subject } = issue
    summaries.push({
      ...{ key, slotAt, state, subject: subject ?? null },
      ...{ sent, failed, uncertain, unsubscribed },
    })
  }
  return summaries
}
