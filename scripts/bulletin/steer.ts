import { userInfo } from 'node:os'
import { openIssueNow } from '@/bulletin/issues'
import { resumeAtWord, takeAsSent } from '@/bulletin/restored-database'
import { cancelIssue, pauseIssue, type SteerArgs, type SteerOutcome } from '@/bulletin/steer-issue'
import type { BulletinCommand } from './options'

type Steering = {
  readonly does: (args: SteerArgs & { readonly dataDir: string }) => Promise<SteerOutcome>
  readonly done: string
  readonly usualWhy: string
}

async function steer(command: BulletinCommand, { does, done, usualWhy }: Steering): Promise<void> {
  const { values, say, answer } = command
  const payload = await command.payload()
  const { dataDir } = await command.settings()
  const issueKey = values.issue ?? (await openIssueNow(payload))?.key
  if (!issueKey) throw new Error('There is no issue under way. Name one with --issue KEY.')
  const by = userInfo().username
  const why = values.why ?? usualWhy
  const outcome = await does({ payload, dataDir, issueKey, by, why, now: new Date() })
  if (outcome.kind === 'no-such-issue') throw new Error(`There is no issue ${issueKey}.`)
  if (outcome.kind === 'not-now') {
    throw new Error(`${issueKey} is ${outcome.state}: it cannot be ${done}.`)
  }
  const { state } = outcome.issue
  say(state === done ? `${issueKey} is ${done}.` : `${issueKey} is ${done}: it is now ${state}.`)
  answer({ issue: issueKey, state: outcome.issue.state })
}

export const pause = (command: BulletinCommand): Promise<void> =>
  steer(command, { does: pauseIssue, done: 'paused', usualWhy: 'held at the command line' })

export const resume = (command: BulletinCommand): Promise<void> =>
  steer(command, { does: resumeAtWord, done: 'resumed', usualWhy: 'looked at, and let go on' })

export const cancel = (command: BulletinCommand): Promise<void> =>
  steer(command, { does: cancelIssue, done: 'cancelled', usualWhy: 'not this week' })

/** For a database that was put back: the issue went out before, and the database has forgotten. */
export const takeSent = (command: BulletinCommand): Promise<void> =>
  steer(command, {
    does: takeAsSent,
    done: 'taken as sent',
    usualWhy: 'it went out before the database was put back',
  })
