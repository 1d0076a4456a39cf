import { Cron } from 'croner'
import { toIsoDate } from '@/lib/london-time'

/** A moment at which a Bulletin is due. Its key is the local date, so that clock changes make neither none nor two. */
export type Slot = { readonly key: string; readonly at: Date }

export const TIME_ZONE = 'Europe/London'

const clockwork = (schedule: string) => new Cron(schedule, { timezone: TIME_ZONE, paused: true })

const toSlot = (at: Date | null | undefined): Slot | null =>
  at ? { key: `weekly:${toIsoDate(at)}`, at } : null

/** The newest slot at or before `now`. */
export function latestSlot(schedule: string, now: Date): Slot | null {
  // croner looks strictly before its reference, and to the second.
  const reference = new Date(now.getTime() + 1000)
  const [before] = clockwork(schedule)
    .previousRuns(2, reference)
    .filter((at) => at <= now)
  return toSlot(before)
}

/** The first slot after `after`. */
export const nextSlot = (schedule: string, after: Date): Slot | null =>
  toSlot(clockwork(schedule).nextRun(after))
