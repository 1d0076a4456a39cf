import 'server-only'
import { thePayload } from '@/app/payload'
import { currentViewer } from '@/app/viewer'
import { type Followed, isFollowing } from '@/bulletin/follow'
import { readSubscription } from '@/bulletin/subscriptions'

/** Whether the member who asks for this page follows it; null for those who cannot. */
export async function isFollowedByViewer(followed: Followed): Promise<boolean | null> {
  const viewer = await currentViewer()
  if (viewer.kind !== 'member' || !viewer.isActive) return null
  const subscription = await readSubscription({
    payload: await thePayload(),
    memberId: viewer.member.id,
  })
  return isFollowing(subscription, followed)
}
