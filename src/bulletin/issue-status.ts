import type { Payload } from 'payload'
import type { BulletinIssue } from '@/payload-types'
import { deliveryStoreOf } from './adapters/by-database'
import { DELIVERY_STATES, type DeliveryCounts, TERMINAL_STATES } from './delivery-store'
import { accountedIn, isBalanced } from './issue-balance'
import { issueByKey, type IssueState, newestSentIssue, openIssueNow } from './issues'

export type IssueStatus = DeliveryCounts & {
  readonly issue: string
  readonly state: IssueState
  /** How many were enrolled; until enrolment is complete, as many as there are. */
  readonly candidates: number
  /** All states together, as the ledger stands. */
  readonly accounted: number
  /** Whether those two agree. An issue for which they do not is never finished. */
  readonly isBalanced: boolean
}

/** The rows of an old issue are deleted; what they came to stands in the issue. */
const isForgotten = ({ state, candidates }: BulletinIssue, rows: DeliveryCounts): boolean =>
  state === 'finished' && (candidates ?? 0) > 0 && DELIVERY_STATES.every((each) => rows[each] === 0)

const sumsOf = (issue: BulletinIssue) =>
  Object.fromEntries(TERMINAL_STATES.map((state) => [state, issue[state] ?? 0]))

/** The ledger of an issue added up: of the one named, else of the one under way, else of the last that was sent. */
export async function issueStatus(payload: Payload, key?: string): Promise<IssueStatus | null> {
  const issue = key ? await issueByKey(payload, key) : await currentIssue(payload)
  if (!issue) return null
  const rows = await deliveryStoreOf(payload).counts(issue.key)
  const counts = isForgotten(issue, rows) ? { ...rows, ...sumsOf(issue) } : rows
  const accounted = accountedIn(counts)
  return {
    issue: issue.key,
    state: issue.state,
    candidates: issue.candidates ?? accounted,
    accounted,
    isBalanced: isBalanced(issue, counts),
    ...counts,
  }
}

async function currentIssue(payload: Payload) {
  const open = await openIssueNow(payload)
  if (open && open.state !== 'planned') return open
  return (await newestSentIssue(payload)) ?? open
}
