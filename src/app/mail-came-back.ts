import 'server-only'
import type { Viewer } from '@/access/viewer'
import type { Subscription } from '@/payload-types'
import { thePayload } from './payload'

/** Whether mail to this reader came back and their Bulletin was stopped for it. */
export async function mailCameBack(viewer: Viewer): Promise<boolean> {
  if (viewer.kind !== 'member') return false
  const payload = await thePayload()
  const { docs } = await payload.db.find<Pick<Subscription, 'id' | 'status'>>({
    collection: 'subscriptions',
    where: { member: { equals: viewer.member.id } },
    select: { status: true },
    pagination: false,
    limit: 1,
  })
  return docs[0]?.status === 'bounced'
}
