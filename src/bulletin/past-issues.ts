import type { Payload } from 'payload'
import type { BulletinIssue } from '@/payload-types'
import { issueSlug } from './bulletin-view-of'
import { issueByKey, type IssueState } from './issues'
import { itemsOfIssue } from './items'

/** An issue that has gone out, or is going out: what the public may see. */
export type PastIssue = {
  /** `2026-11-27`, as in its address. */
  readonly slug: string
  readonly subject: string
  /** ISO date-time. */
  readonly date: string
  /** In the issue's order. */
  readonly items: readonly { readonly briefingId: string; readonly isUpdate: boolean }[]
}

const OUT: readonly IssueState[] = ['sending', 'paused', 'finished']

const toPastIssue = ({ key, subject, slotAt }: BulletinIssue): Omit<PastIssue, 'items'> => ({
  slug: issueSlug(key),
  subject: subject ?? '',
  date: slotAt,
})

/** The issues that have gone out, newest first. */
export async function pastIssues(payload: Payload, limit: number) {
  const { docs } = await payload.db.find<BulletinIssue>({
    collection: 'bulletin-issues',
    where: { state: { in: [...OUT] } },
    sort: '-slotAt',
    limit,
  })
  return docs.map(toPastIssue)
}

/** An issue that has gone out, by the slug of its address or its whole key. */
export async function readPastIssue(payload: Payload, name: string): Promise<PastIssue | null> {
  const issue = await issueByKey(payload, `weekly:${name.replace(/^weekly(:|%3A)/i, '')}`)
  if (!issue || !OUT.includes(issue.state)) return null
  const items = await itemsOfIssue(payload, issue.key)
  return {
    ...toPastIssue(issue),
    items: items.map((item) => ({ briefingId: item.briefingId, isUpdate: item.edition > 1 })),
  }
}
