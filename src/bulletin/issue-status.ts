import type { Payload } from 'payload'
import { payloadDeliveryStore } from './adapters/payload-delivery-store'
import { DELIVERY_STATES, type DeliveryCounts } from './delivery-store'
import { issueByKey, type IssueState, newestSentIssue, openIssueNow } from './issues'

export type IssueStatus = DeliveryCounts & {
  readonly issue: string
  readonly state: IssueState
  /** All the others together. */
  readonly candidates: number
}

/** The ledger of an issue added up: of the one named, else of the one under way, else of the last that was sent. */
export async function issueStatus(payload: Payload, key?: string): Promise<IssueStatus | null> {
  const issue = key ? await issueByKey(payload, key) : await currentIssue(payload)
  if (!issue) return null
  const counts = await payloadDeliveryStore(payload).counts(issue.key)
  const candidates = DELIVERY_STATES.reduce((sum, state) => sum + counts[state], 0)
  return { issue: issue.key, state: issue.state, candidates, ...counts }
}

async function currentIssue(payload: Payload) {
  const open = await openIssueNow(payload)
  if (open && open.state !== 'planned') return open
  return (await newestSentIssue(payload)) ?? open
}
