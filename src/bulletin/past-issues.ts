import type { Payload, Where } from 'payload'
import type { BulletinIssue, BulletinItem } from '@/payload-types'
import { articlesOf } from './announced-articles'
import { issueSlug, paragraphsOf } from './bulletin-view-of'
import { type ComingDevelopment, readEditing } from './issue-editing'
import { issueByKey, type IssueState } from './issues'

/**
 * An issue that has gone out, or is going out.
 *
 * It names its briefings by id alone: whoever shows them reads them as the reader may see them today, so that what was
 * withdrawn since is not named.
 */
export type PastIssue = {
  /** `2026-11-27`, as in its address. */
  readonly slug: string
  /** ISO date-time. */
  readonly date: string
  /** In the issue's order. */
  readonly briefingIds: readonly string[]
  /** The editors' words, a paragraph each. */
  readonly introduction: readonly string[]
  readonly coming: readonly ComingDevelopment[]
  readonly articleIds: readonly string[]
}

const OUT: readonly IssueState[] = ['sending', 'finished']

const IS_OUT: Where = {
  or: [
    { state: { in: [...OUT] } },
    { and: [{ state: { equals: 'paused' } }, { pausedFrom: { equals: 'sending' } }] },
  ],
}

/** An issue that was paused before its first mail is not out yet. */
const isOut = ({ state, pausedFrom }: BulletinIssue): boolean =>
  OUT.includes(state) || (state === 'paused' && pausedFrom === 'sending')

async function briefingIdsByIssue(
  payload: Payload,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  const { docs } = await payload.db.find<BulletinItem>({
    collection: 'bulletin-items',
    where: { issueKey: { in: [...keys] } },
    sort: 'position',
    pagination: false,
    limit: 0,
  })
  const ids = new Map<string, string[]>(keys.map((key) => [key, []]))
  for (const { issueKey, briefingId } of docs) ids.get(issueKey)?.push(briefingId)
  return ids
}

async function toPastIssues(
  payload: Payload,
  issues: readonly BulletinIssue[],
): Promise<PastIssue[]> {
  const ids = await briefingIdsByIssue(
    payload,
    issues.map(({ key }) => key),
  )
  return issues.map((issue) => ({
    slug: issueSlug(issue.key),
    date: issue.slotAt,
    briefingIds: ids.get(issue.key) ?? [],
    introduction: paragraphsOf(issue.introduction),
    coming: readEditing(issue).coming,
    articleIds: articlesOf(issue).map(({ id }) => id),
  }))
}

/** The issues that have gone out, newest first. Two reads, however many issues. */
export async function pastIssues(payload: Payload, limit: number): Promise<PastIssue[]> {
  const { docs } = await payload.db.find<BulletinIssue>({
    collection: 'bulletin-issues',
    where: IS_OUT,
    sort: '-slotAt',
    limit,
  })
  return toPastIssues(payload, docs)
}

/** An issue that has gone out, by the slug of its address or its whole key. */
export async function readPastIssue(payload: Payload, name: string): Promise<PastIssue | null> {
  const issue = await issueByKey(payload, `weekly:${name.replace(/^weekly(:|%3A)/i, '')}`)
  if (!issue || !isOut(issue)) return null
  const [past] = await toPastIssues(payload, [issue])
  return past ?? null
}
