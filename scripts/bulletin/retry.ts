import { userInfo } from 'node:os'
import { createInterface } from 'node:readline/promises'
import { issueStatus } from '@/bulletin/issue-status'
import { retryUncertain } from '@/bulletin/retry-uncertain'
import { WrongUse } from '../command/run-command'
import type { BulletinCommand } from './options'

/** The person at the terminal types the issue's key to say yes. Without a terminal nobody can. */
async function isConfirmed(issueKey: string, count: number): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new WrongUse('Nobody is here to confirm it: add --yes if you mean it.')
  }
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const typed = await lines.question(
      `Up to ${count} people may get this issue twice. Type ${issueKey} to go on: `,
    )
    return typed.trim() === issueKey
  } finally {
    lines.close()
  }
}

export async function retry({ values, payload, say, answer }: BulletinCommand): Promise<void> {
  const issueKey = values.issue
  if (!issueKey || !values.uncertain) throw new WrongUse('retry needs --issue KEY and --uncertain.')
  const opened = await payload()
  const found = await issueStatus(opened, issueKey)
  if (!found) throw new Error(`There is no issue ${issueKey}.`)
  if (found.uncertain > 0 && !values.yes && !(await isConfirmed(issueKey, found.uncertain))) {
    say('Nothing was changed.')
    answer({ issue: issueKey, retried: 0 })
    return
  }
  const decidedBy = userInfo().username
  const retried = await retryUncertain({ payload: opened, issueKey, decidedBy, now: new Date() })
  say(
    retried === 0
      ? `${issueKey} has nothing uncertain.`
      : `${retried} wait to be sent again: npm run bulletin -- send --issue ${issueKey}`,
  )
  answer({ issue: issueKey, retried })
}
