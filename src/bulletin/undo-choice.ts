import type { Payload } from 'payload'
import type { ConsentEvent } from '@/payload-types'
import { type Choice, type MadeThrough, newestConsent } from './keep-consent'
import { setSubscription } from './subscriptions'

const HOUR = 60 * 60 * 1000

/** For how long a change can be taken back: a link to undo, found in an old page, does nothing. */
const UNDOABLE_FOR = 24 * HOUR

type UndoArgs = {
  readonly payload: Payload
  readonly memberId: string
  readonly madeThrough: MadeThrough
  readonly wording: string
  readonly now: Date
}

type GoneBackTo = Choice & { readonly status: 'active' | 'paused' | 'unsubscribed' }

const isChoosable = (choice: Choice): choice is GoneBackTo =>
  ['active', 'paused', 'unsubscribed'].includes(choice.status)

function choiceBefore(newest: ConsentEvent | null, now: Date): GoneBackTo | null {
  if (!newest || now.getTime() - new Date(newest.at).getTime() > UNDOABLE_FOR) return null
  const before = newest.before as Choice | null | undefined
  return before && isChoosable(before) ? before : null
}

/** Whether a member's last change to their subscription can be taken back. */
export async function canUndo({
  payload,
  memberId,
  now,
}: Pick<UndoArgs, 'payload' | 'memberId' | 'now'>): Promise<boolean> {
  return choiceBefore(await newestConsent(payload, memberId), now) !== null
}

/**
 * Puts a member's subscription back to where it stood before their last change, which is itself a change with its proof.
 * Done twice, it ends where it began. @returns whether there was anything to take back.
 */
export async function undoChoice(args: UndoArgs): Promise<boolean> {
  const { payload, memberId, now } = args
  const before = choiceBefore(await newestConsent(payload, memberId), now)
  if (!before) return false
  const { status, pausedUntil, scope, topics, series, briefings } = before
  await setSubscription({
    ...args,
    status,
    scope,
    topicIds: topics,
    seriesIds: series,
    briefingIds: briefings,
    ...(pausedUntil ? { pausedUntil: new Date(pausedUntil) } : {}),
  })
  return true
}
