import type { Payload, PayloadRequest } from 'payload'
import { isStaff } from '@/access/who'
import type { Briefing } from '@/payload-types'

type Asker = NonNullable<PayloadRequest['user']>

/**
 * A briefing as it was saved last, for whoever reviews it. Null for anybody but staff, and where there is none: the name
 * comes from a browser, and may be anything.
 */
export async function readForReview(
  payload: Payload,
  user: PayloadRequest['user'],
  id: unknown,
): Promise<{ readonly user: Asker; readonly briefing: Briefing } | null> {
  if (!user || !isStaff(user) || typeof id !== 'string') return null
  const briefing = await payload.findByID({
    collection: 'briefings',
    id,
    draft: true,
    depth: 0,
    disableErrors: true,
    overrideAccess: false,
    user,
  })
  return briefing && { user, briefing }
}
