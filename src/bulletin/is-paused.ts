import type { Subscription } from '@/payload-types'

/** Whether nothing is to come for now. A pause that is over says `paused` still, and stops nothing. */
export const isPaused = (
  { status, pausedUntil }: Pick<Subscription, 'status' | 'pausedUntil'>,
  now: Date,
): boolean => status === 'paused' && (!pausedUntil || new Date(pausedUntil) > now)
