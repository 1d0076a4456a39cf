import { setTimeout } from 'node:timers/promises'
import type { Settings } from '@/config/settings'

const SECOND = 1000
const MINUTE = 60 * SECOND

/** How many mails may be begun within a second, and within a minute. Undefined means any number. */
export type Rates = { readonly perSecond?: number; readonly perMinute?: number }

/** Waits until one more mail may be begun. */
export type Pace = () => Promise<void>

type Times = {
  /** Milliseconds since some moment. */
  readonly now: () => number
  readonly wait: (milliseconds: number) => Promise<unknown>
}

const REAL: Times = {
  now: () => performance.now(),
  wait: (milliseconds) => setTimeout(milliseconds),
}

/** Answers when the next may begin, and takes that place. In no stretch of `window` are there more than `most`. */
function places(most: number, window: number) {
  const taken: number[] = []
  return (now: number): number => {
    const earliest = taken.length < most ? now : Math.max(now, (taken.shift() ?? now) + window)
    taken.push(earliest)
    return earliest
  }
}

/**
 * Keeps to what a mail server allows: however many lanes ask, no second and no minute sees more mails begin than it may.
 * It knows what this process sent.
 */
export function paceOf({ perSecond, perMinute }: Rates, { now, wait }: Times = REAL): Pace {
  const windows = [
    ...(perSecond ? [places(perSecond, SECOND)] : []),
    ...(perMinute ? [places(perMinute, MINUTE)] : []),
  ]
  return async () => {
    const asked = now()
    const begins = windows.reduce((earliest, place) => place(earliest), asked)
    if (begins > asked) await wait(begins - asked)
  }
}

const paces = new WeakMap<Settings, Pace>()

/** The pace of this process: one for all its runs. */
export function paceFor(settings: Settings): Pace {
  const pace = paces.get(settings) ?? paceOf(settings.mail.limits)
  paces.set(settings, pace)
  return pace
}
