import type { Subscription } from '@/payload-types'

/** The words beside the box, kept as they stood with every choice made here. */
export const CONSENT = {
  label: 'Send me the weekly Bulletin by e-mail',
  hint: 'On Fridays, what is new on your topics. You can stop it here, or by the link in every mail.',
}

export type BulletinChoice = {
  readonly isOn: boolean
  readonly topicIds: readonly string[]
}

export const noChoice: BulletinChoice = { isOn: false, topicIds: [] }

const RECEIVING: readonly Subscription['status'][] = ['active', 'paused']

/** A subscription as the account shows it: a pause is still a wish to have the Bulletin. */
export function choiceOf(subscription: Subscription | null): BulletinChoice {
  if (!subscription) return noChoice
  const topicIds = (subscription.topics ?? []).map((topic) =>
    typeof topic === 'object' ? topic.id : topic,
  )
  return { isOn: RECEIVING.includes(subscription.status), topicIds }
}
