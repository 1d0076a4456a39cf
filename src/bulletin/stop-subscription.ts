import type { Payload } from 'payload'
import { throughConflicts } from '@/lib/write-once'
import type { Subscription } from '@/payload-types'
import { readSubscription, takeBack } from './subscriptions'

type StopArgs = {
  readonly payload: Payload
  readonly memberId: string
  readonly to: 'bounced' | 'complained'
  readonly now: Date
}

/** A complaint outranks a bounce. Who left by themselves stays as they left. */
const FROM = {
  bounced: ['active', 'paused'],
  complained: ['active', 'paused', 'bounced'],
} as const satisfies Record<string, readonly Subscription['status'][]>

const REASON = { bounced: 'address bounced', complained: 'complained' } as const

/** Stops a member's Bulletin because of what came back, an issue under way included. Safe to repeat, in any order. */
export async function stopSubscription({ payload, memberId, to, now }: StopArgs): Promise<void> {
  const subscription = await readSubscription({ payload, memberId })
  if (!subscription) return
  await throughConflicts(() =>
    payload.db.updateOne({
      collection: 'subscriptions',
      where: { and: [{ id: { equals: subscription.id } }, { status: { in: [...FROM[to]] } }] },
      data: { status: to },
      options: { atomic: true },
    }),
  )
  await takeBack(payload, memberId, REASON[to], now)
}
