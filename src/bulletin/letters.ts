import type { Payload } from 'payload'
import { toIsoDate } from '@/lib/london-time'
import { writeOnce } from '@/lib/write-once'
import type { BulletinLetter } from '@/payload-types'

const collection = 'bulletin-letters'

export type LetterKind = BulletinLetter['kind']

const keyOf = (kind: LetterKind, memberId: string, now: Date): string =>
  kind === 'welcome' ? `welcome:${memberId}` : `confirm:${memberId}:${toIsoDate(now)}`

/**
 * Notes that a member is owed a letter: a welcome once ever, a request to confirm once a day at most. Sends nothing.
 *
 * Safe to repeat, and from two processes at once.
 */
export const oweLetter = (
  payload: Payload,
  kind: LetterKind,
  memberId: string,
  now: Date,
): Promise<boolean> =>
  writeOnce(payload, collection, {
    key: keyOf(kind, memberId, now),
    kind,
    memberId,
    state: 'pending',
    attempts: 0,
  })
