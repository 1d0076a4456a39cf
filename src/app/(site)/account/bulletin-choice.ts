import { isReceiving } from '@/bulletin/follow'
import { isPaused } from '@/bulletin/is-paused'
import { type Scope, wishesOf } from '@/bulletin/wishes'
import type { Subscription } from '@/payload-types'
import { textOf } from '../form-state'

/** `until` is a time in ISO 8601, or null for a pause without an end. */
type Pause = { readonly until: string | null }

export type BulletinChoice = {
  readonly isOn: boolean
  readonly scope: Scope
  readonly topicIds: readonly string[]
  readonly pause: Pause | null
}

/** A subscription as the account shows it: a pause is still a wish to have the Bulletin. */
export function choiceOf(subscription: Subscription | null, now: Date): BulletinChoice {
  const { scope, topics } = wishesOf(subscription)
  const pause =
    subscription && isPaused(subscription, now) ? { until: subscription.pausedUntil ?? null } : null
  return { isOn: isReceiving(subscription), scope, topicIds: topics, pause }
}

function pauseIn(form: FormData, standing: Pause | null): Pause | null {
  if (form.has('resume')) return null
  if (!form.has('undo')) return standing
  const until = textOf(form, 'paused-until')
  if (form.has('paused-until') && until === '') return { until: null }
  return Number.isNaN(Date.parse(until)) ? null : { until }
}

/** What a form of the account asks for. A pause outlasts it, unless its end is asked for; what is undone has its own. */
export function choiceIn(
  form: FormData,
  topicIds: readonly string[],
  before: BulletinChoice,
): BulletinChoice {
  const isOn = form.has('bulletin')
  return {
    isOn,
    scope: textOf(form, 'scope') === 'followed' ? 'followed' : 'topics',
    topicIds,
    pause: isOn ? pauseIn(form, before.pause) : null,
  }
}

export const isSameChoice = (one: BulletinChoice, other: BulletinChoice): boolean =>
  one.isOn === other.isOn &&
  one.scope === other.scope &&
  one.pause?.until === other.pause?.until &&
  [...one.topicIds].sort().join() === [...other.topicIds].sort().join()
