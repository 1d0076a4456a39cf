import type { Payload } from 'payload'
import { readSubscription, setSubscription } from '@/bulletin/subscriptions'
import type { SubscribeImported } from '@/members/import-members'

/** Whoever has ever chosen, or left, is left alone: an old list does not bring anybody back. */
export const subscribeWith =
  (payload: Payload): SubscribeImported =>
  async ({ memberId, topicIds, consent }) => {
    if (await readSubscription({ payload, memberId })) return
    await setSubscription({
      payload,
      memberId,
      status: 'active',
      topicIds,
      madeThrough: 'import',
      wording: consent.words,
      now: consent.at,
    })
  }
