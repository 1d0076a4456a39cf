import 'server-only'
import { Cron } from 'croner'

/** When the next Bulletin goes out by the schedule, or null where the schedule has no next time. */
export const nextBulletin = (schedule: string, now: Date): Date | null =>
  new Cron(schedule, { timezone: 'Europe/London', paused: true }).nextRun(now)
