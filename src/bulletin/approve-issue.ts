import type { Payload, Where } from 'payload'
import type { Actor } from '@/access/record/audit-entry'
import type { Settings } from '@/config/settings'
import type { BulletinIssue } from '@/payload-types'
import { isUntouchedSince } from './issue-editing'
import { changeIssue, issueByKey } from './issues'
import { recordDecision } from './record-decision'
import { decisionsOf, type SteerOutcome } from './steer-issue'

type ApproveArgs = {
  readonly payload: Payload
  readonly issueKey: string
  readonly by: string
  readonly actor?: Actor | undefined
  readonly now: Date
}

/** True for an issue that may not be made up and sent before an editor has approved it. */
export const waitsForApproval = (
  { bulletinApproval }: Pick<Settings, 'bulletinApproval'>,
  { state, approvedAt }: Pick<BulletinIssue, 'state' | 'approvedAt'>,
): boolean => bulletinApproval === 'required' && state === 'planned' && !approvedAt

const isUnapproved: Where = {
  and: [{ state: { equals: 'planned' } }, { approvedAt: { exists: false } }],
}

/**
 * Lets a planned issue go out at its slot, or at once where that has passed, and writes down who approved it.
 *
 * What is approved is the issue, not a list: what is published before its slot comes with it
 * (docs/decisions/023-approval.md). Safe to repeat: the first approval stands.
 */
export async function approveIssue(args: ApproveArgs): Promise<SteerOutcome> {
  const { payload, issueKey, by, now } = args
  const issue = await issueByKey(payload, issueKey)
  if (!issue) return { kind: 'no-such-issue' }
  if (issue.state !== 'planned') return { kind: 'not-now', state: issue.state }
  if (issue.approvedAt) return { kind: 'done', issue }
  const at = now.toISOString()
  const edits = issue.edits ?? 0
  const decision = { what: 'approved', by, at, why: 'it may go out' } as const
  const changed = await changeIssue(
    payload,
    issueKey,
    { and: [isUnapproved, isUntouchedSince(edits)] },
    // Counted as an edit, so that one made at the same moment is written again, and drops no decision.
    {
      approvedAt: at,
      approvedBy: by,
      edits: edits + 1,
      decisions: [...decisionsOf(issue), decision],
    },
  )
  if (!changed) return approveIssue(args)
  await recordDecision(args, decision.what, '')
  return { kind: 'done', issue: changed }
}
