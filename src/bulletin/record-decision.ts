import type { Payload } from 'payload'
import { type Actor, theService } from '@/access/record/audit-entry'
import { keepRecord } from '@/access/record/keep-record'

type Decided = {
  readonly payload: Payload
  readonly issueKey: string
  /** A name, as it stands with the issue. */
  readonly by: string
  readonly actor?: Actor | undefined
  readonly now: Date
}

/** Puts into the record what was decided of an issue, beside the issue's own list of decisions. */
export const recordDecision = (
  { payload, issueKey, by, actor, now }: Decided,
  what: string,
  why: string,
): Promise<void> =>
  keepRecord(payload, {
    act: 'bulletin-steered',
    by: actor ?? { ...theService, name: by },
    on: { kind: 'bulletin-issues', id: issueKey },
    details: why ? `${what}: ${why}` : what,
    now,
  })
