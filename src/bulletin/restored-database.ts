import type { Payload } from 'payload'
import type { BulletinIssue } from '@/payload-types'
import { freezeItems } from './freeze-items'
import { issueByKey } from './issues'
import { forgetMarks, forgottenIssues } from './sent-marks'
import {
  closeAsSent,
  pauseIssue,
  resumeIssue,
  type SteerArgs,
  type SteerOutcome,
} from './steer-issue'

const REASON = 'The database is older than what was sent'

type Args = {
  readonly payload: Payload
  readonly issueKey: string
  readonly dataDir: string
  readonly now: Date
}

const isForRestore = ({ pausedReason }: BulletinIssue): boolean =>
  pausedReason?.startsWith(REASON) ?? false

/**
 * Pauses an issue where the database does not know what was sent from this folder: a copy from before was put back, and
 * sending on would reach people twice. @returns whether the issue waits for a person because of that.
 */
export async function waitsAfterRestore({
  payload,
  issueKey,
  dataDir,
  now,
}: Args): Promise<boolean> {
  const forgotten = await forgottenIssues(payload, dataDir)
  if (forgotten.length === 0) return false
  const why = `${REASON}: it knows less of ${forgotten.join(', ')} than was sent. Resume it to send it all the same, some may get it twice; or take it as sent.`
  await pauseIssue({ payload, issueKey, by: 'the service', why, now })
  return true
}

type DecideArgs = SteerArgs & { readonly dataDir: string }

/** A person has looked: the database's word counts from now on. */
async function acceptDatabase({ payload, issueKey, dataDir }: DecideArgs): Promise<void> {
  const issue = await issueByKey(payload, issueKey)
  if (!issue || !isForRestore(issue)) return
  await forgetMarks(dataDir, await forgottenIssues(payload, dataDir))
}

/** Lets a paused issue go on, at a person's word. Safe to repeat. */
export async function resumeAtWord(args: DecideArgs): Promise<SteerOutcome> {
  await acceptDatabase(args)
  return resumeIssue(args)
}

/**
 * Ends a paused issue as one that went out before the database was put back: nobody gets it, and what it would have
 * announced is taken as announced. Safe to repeat.
 */
export async function takeAsSent(args: DecideArgs): Promise<SteerOutcome> {
  const { payload, issueKey, now } = args
  const issue = await issueByKey(payload, issueKey)
  if (issue?.state === 'paused') await freezeItems(payload, issueKey, now)
  await acceptDatabase(args)
  return closeAsSent(args)
}
