import type { Payload } from 'payload'
import type { Settings } from '@/config/settings'
import type { BulletinIssue } from '@/payload-types'
import { ensureEnabled } from './first-start'
import { CLOSED_STATES, issueByKey, newestIssue, openIssueNow } from './issues'
import { latestSlot, nextSlot, type Slot, TIME_ZONE } from './slots'
import { writeOnce } from '@/lib/write-once'

type OpenIssueArgs = {
  readonly payload: Payload
  readonly settings: Pick<Settings, 'bulletinSchedule'>
  readonly now: Date
}

const LATEST_START = 72 * 60 * 60 * 1000

/** The schedule names no moment to come: a Bulletin can never be due. */
export class NoSlot extends Error {
  override readonly name = 'NoSlot'
}

/** The slot just missed if it is fresh enough and later than all before, else the next to come. */
function slotToOpen(schedule: string, after: Date, now: Date): Slot {
  const missed = latestSlot(schedule, now)
  const isOwed = missed && missed.at > after && now.getTime() - missed.at.getTime() <= LATEST_START
  const slot = isOwed ? missed : nextSlot(schedule, after > now ? after : now)
  if (!slot) throw new NoSlot(`BULLETIN_SCHEDULE "${schedule}" never comes round again`)
  return slot
}

const isClosed = (issue: BulletinIssue | null): boolean =>
  CLOSED_STATES.some((state) => state === issue?.state)

/** The first slot from this one on whose day has not had its issue: a schedule may be moved within a day. */
async function unspent(payload: Payload, schedule: string, slot: Slot): Promise<Slot> {
  if (!isClosed(await issueByKey(payload, slot.key))) return slot
  const next = nextSlot(schedule, slot.at)
  if (!next) throw new NoSlot(`BULLETIN_SCHEDULE "${schedule}" never comes round again`)
  return unspent(payload, schedule, next)
}

/**
 * The issue to be worked on: the one that is open, or a new one, `planned` for its slot.
 *
 * Several missed slots make one issue. Content is gathered by what has not been announced, so none is lost.
 * Safe to repeat and from two processes at once.
 * @throws {NoSlot} when the schedule never comes round.
 */
export async function openIssue({ payload, settings, now }: OpenIssueArgs): Promise<BulletinIssue> {
  const open = await openIssueNow(payload)
  if (open) return open
  const since = await ensureEnabled(payload, now)
  const last = await newestIssue(payload)
  const after = last ? new Date(Math.max(new Date(last.slotAt).getTime(), since.getTime())) : since
  const schedule = settings.bulletinSchedule
  const slot = await unspent(payload, schedule, slotToOpen(schedule, after, now))
  await writeOnce(payload, 'bulletin-issues', {
    key: slot.key,
    state: 'planned',
    slotAt: slot.at.toISOString(),
    timeZone: TIME_ZONE,
    fence: 0,
  })
  const issue = await issueByKey(payload, slot.key)
  if (!issue) throw new NoSlot(`The issue ${slot.key} vanished while it was opened`)
  return issue
}
