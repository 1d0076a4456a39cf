import { isReceiving } from '@/bulletin/follow'
import { type Scope, wishesOf } from '@/bulletin/wishes'
import type { Subscription } from '@/payload-types'

export type BulletinChoice = {
  readonly isOn: boolean
  readonly scope: Scope
  readonly topicIds: readonly string[]
}

/** A subscription as the account shows it: a pause is still a wish to have the Bulletin. */
export function choiceOf(subscription: Subscription | null): BulletinChoice {
  const { scope, topics } = wishesOf(subscription)
  return { isOn: isReceiving(subscription), scope, topicIds: topics }
}

export const isSameChoice = (one: BulletinChoice, other: BulletinChoice): boolean =>
  one.isOn === other.isOn &&
  one.scope === other.scope &&
  [...one.topicIds].sort().join() === [...other.topicIds].sort().join()
