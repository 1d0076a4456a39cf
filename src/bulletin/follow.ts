import type { Payload } from 'payload'
import type { Subscription } from '@/payload-types'
import type { MadeThrough } from './keep-consent'
import { readSubscription, setSubscription } from './subscriptions'
import type { FollowedKind } from './wording'
import { wishesOf } from './wishes'

export type Followed = { readonly kind: FollowedKind; readonly id: string }

export type FollowArgs = {
  readonly payload: Payload
  readonly memberId: string
  readonly followed: Followed
  readonly madeThrough: MadeThrough
  /** The words beside the button, as they stood on the page. */
  readonly wording: string
  readonly now: Date
}

/** As many of a kind as one member may follow. */
export const MOST_FOLLOWED = 100

const FIELDS = { series: 'series', briefing: 'briefings' } as const

/** Whether everybody may know of it: nobody follows what they cannot find. */
async function isThere({ payload, followed: { kind, id }, now }: FollowArgs): Promise<boolean> {
  const named = { id: { equals: id } }
  const isOut = {
    _status: { equals: 'published' },
    publishedAt: { less_than_equal: now.toISOString() },
  }
  const { totalDocs } =
    kind === 'series'
      ? await payload.count({ collection: 'series', overrideAccess: true, where: named })
      : await payload.count({
          collection: 'briefings',
          overrideAccess: true,
          where: { and: [named, isOut] },
        })
  return totalDocs > 0
}

const RECEIVING: readonly Subscription['status'][] = ['active', 'paused']

export const isReceiving = (subscription: Pick<Subscription, 'status'> | null): boolean =>
  subscription !== null && RECEIVING.includes(subscription.status)

export const isFollowing = (subscription: Subscription | null, { kind, id }: Followed): boolean =>
  isReceiving(subscription) && wishesOf(subscription)[FIELDS[kind]].includes(id)

const withIds = (kind: FollowedKind, ids: readonly string[]) =>
  kind === 'series' ? { seriesIds: ids } : { briefingIds: ids }

/** Keeps a subscription as it stands, pause and all. */
const asItStands = ({ status, pausedUntil }: Subscription) => ({
  status: status === 'paused' ? ('paused' as const) : ('active' as const),
  ...(pausedUntil ? { pausedUntil: new Date(pausedUntil) } : {}),
})

/**
 * Lets the Bulletin tell a member of a series, or of the updates of a briefing.
 *
 * Who does not get the Bulletin gets it from now on for this alone: neither topics nor what they once followed come
 * back with it. A pause stays a pause. Safe to repeat.
 */
export async function follow(args: FollowArgs): Promise<'done' | 'unknown' | 'full'> {
  const { payload, memberId, followed, madeThrough, wording, now } = args
  const { kind, id } = followed
  if (!(await isThere(args))) return 'unknown'
  const before = await readSubscription({ payload, memberId })
  if (isFollowing(before, followed)) return 'done'
  const choice = { payload, memberId, madeThrough, wording, now }
  if (!before || !isReceiving(before)) {
    const alone = { scope: 'followed', seriesIds: [], briefingIds: [] } as const
    await setSubscription({ ...choice, status: 'active', ...alone, ...withIds(kind, [id]) })
    return 'done'
  }
  const ids = wishesOf(before)[FIELDS[kind]]
  if (ids.length >= MOST_FOLLOWED) return 'full'
  await setSubscription({ ...choice, ...asItStands(before), ...withIds(kind, [...ids, id]) })
  return 'done'
}

/** Lets go of a series or a briefing. The rest of the subscription stays as it is. Safe to repeat. */
export async function unfollow(args: FollowArgs): Promise<void> {
  const { payload, memberId, followed, madeThrough, wording, now } = args
  const before = await readSubscription({ payload, memberId })
  if (!before || !isFollowing(before, followed)) return
  const ids = wishesOf(before)[FIELDS[followed.kind]].filter((id) => id !== followed.id)
  await setSubscription({
    payload,
    memberId,
    ...asItStands(before),
    ...withIds(followed.kind, ids),
    madeThrough,
    wording,
    now,
  })
}
