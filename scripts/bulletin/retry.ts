import { userInfo } from 'node:os'
import { createInterface } from 'node:readline/promises'
import { issueStatus } from '@/bulletin/issue-status'
import { type Retriable, retryRows } from '@/bulletin/retry-rows'
import { WrongUse } from '../command/run-command'
import type { BulletinCommand } from './options'

const WARNINGS: Record<Retriable, (count: number) => string> = {
  uncertain: (count) => `Up to ${count} people may get this issue twice.`,
  failed: (count) => `${count} people are mailed again at an address that refused the mail before.`,
}

/** The person at the terminal types the issue's key to say yes. Without a terminal nobody can. */
async function isConfirmed(issueKey: string, warning: string): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new WrongUse('Nobody is here to confirm it: add --yes if you mean it.')
  }
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const typed = await lines.question(`${warning} Type ${issueKey} to go on: `)
    return typed.trim() === issueKey
  } finally {
    lines.close()
  }
}

function whichOf({ uncertain, failed }: BulletinCommand['values']): Retriable {
  if (uncertain === failed) throw new WrongUse('retry needs either --uncertain or --failed.')
  return uncertain ? 'uncertain' : 'failed'
}

async function putBack(command: BulletinCommand, issueKey: string, which: Retriable) {
  const decidedBy = userInfo().username
  const payload = await command.payload()
  const clock = () => new Date()
  const outcome = await retryRows({ payload, issueKey, which, decidedBy, clock })
  switch (outcome.kind) {
    case 'done':
      return outcome.rows
    case 'busy':
      throw new Error(`${issueKey} is being worked on just now. Try again when that is over.`)
    case 'not-now':
      throw new Error(`${issueKey} is ${outcome.state}: nothing of it is sent any more.`)
    case 'no-such-issue':
      throw new Error(`There is no issue ${issueKey}.`)
  }
}

export async function retry(command: BulletinCommand): Promise<void> {
  const { values, payload, say, answer } = command
  const issueKey = values.issue
  if (!issueKey) throw new WrongUse('retry needs --issue KEY.')
  const which = whichOf(values)
  const found = await issueStatus(await payload(), issueKey)
  if (!found) throw new Error(`There is no issue ${issueKey}.`)
  const warning = WARNINGS[which](found[which])
  if (found[which] > 0 && !values.yes && !(await isConfirmed(issueKey, warning))) {
    say('Nothing was changed.')
    answer({ issue: issueKey, retried: 0 })
    return
  }
  const retried = await putBack(command, issueKey, which)
  say(
    retried === 0
      ? `${issueKey} has nothing ${which}.`
      : `${retried} wait to be sent again: npm run bulletin -- send --issue ${issueKey}`,
  )
  answer({ issue: issueKey, retried })
}
