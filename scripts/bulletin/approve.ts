import { approveIssue } from '@/bulletin/approve-issue'
import { openIssueNow } from '@/bulletin/issues'
import { WrongUse } from '../command/run-command'
import type { BulletinCommand } from './options'

/** Lets an issue go out that waits for approval; the worker sends it, or `send`. */
export async function approve({ values, payload, say, answer }: BulletinCommand): Promise<void> {
  const { by } = values
  if (!by) throw new WrongUse('approve needs --by NAME: who approves it, for the record.')
  const opened = await payload()
  const issueKey = values.issue ?? (await openIssueNow(opened))?.key
  if (!issueKey) throw new Error('There is no issue under way. Name one with --issue KEY.')
  const outcome = await approveIssue({ payload: opened, issueKey, by, now: new Date() })
  if (outcome.kind === 'no-such-issue') throw new Error(`There is no issue ${issueKey}.`)
  if (outcome.kind === 'not-now') {
    throw new Error(`${issueKey} is ${outcome.state}: there is nothing to approve.`)
  }
  const { approvedBy, approvedAt } = outcome.issue
  say(`${issueKey} is approved, by ${approvedBy ?? by}.`)
  answer({ issue: issueKey, approvedBy, approvedAt })
}
