import type { Payload } from 'payload'
import { uniqueIndexesOf } from './adapters/by-database'
import { pauseIssue } from './steer-issue'

/** What keeps anything from being announced, composed, owed or told twice, whatever two processes do at once. */
const KEPT_UNIQUE = [
  ['bulletin-issues', 'key'],
  ['bulletin-items', 'briefingId', 'edition'],
  ['bulletin-bodies', 'issueKey', 'itemSetHash'],
  ['bulletin-deliveries', 'key'],
  ['bulletin-deliveries', 'issueKey', 'addressHash'],
  ['bulletin-receipts', 'memberId', 'briefingId', 'edition'],
] as const

const named = ([collection, ...fields]: readonly string[]): string =>
  `${collection ?? ''} (${fields.join(', ')})`

/** The unique indexes the Bulletin's promises rest on and this database lacks. */
export async function missingIndexes(payload: Payload): Promise<string[]> {
  const missing: string[] = []
  for (const needed of KEPT_UNIQUE) {
    const [collection, ...fields] = needed
    const wanted = fields.toSorted().join()
    const there = await uniqueIndexesOf(payload, collection)
    if (!there.some((index) => index.toSorted().join() === wanted)) missing.push(named(needed))
  }
  return missing
}

type PreflightArgs = {
  readonly payload: Payload
  readonly issueKey: string
  readonly now: Date
}

/**
 * Pauses an issue where the database could not keep its rows unique: nothing is written or sent for it.
 *
 * The reason says what to do. Who resumes it without having done that finds it paused again.
 * @returns whether the issue waits for a person because of that.
 */
export async function waitsForIndexes({ payload, issueKey, now }: PreflightArgs): Promise<boolean> {
  const missing = await missingIndexes(payload)
  if (missing.length === 0) return false
  const why = `The database lacks the unique index on ${missing.join(' and ')}, without which somebody might be mailed twice. Put it back as docs/operations.md says, then resume the issue.`
  await pauseIssue({ payload, issueKey, by: 'the service', why, now })
  return true
}
