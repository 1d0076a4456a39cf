import type { CollectionBeforeOperationHook, PayloadRequest } from 'payload'
import { refusal } from '@/lib/refusal'
import { now } from '@/access/who'

const HOUR = 60 * 60_000

/** A session that is older than this is not renewed: eight hours later at most it is over, a day after it began. */
const RENEWED_FOR = 16 * HOUR

type Begun = { readonly operation: string; readonly req: PayloadRequest }

type Kept = { readonly id: string; readonly createdAt?: string | Date | null }

/** Renews no session of staff for ever (docs/decisions/035-how-long-sessions-last.md). */
export const endLongSessions: CollectionBeforeOperationHook<'staff'> = (begun) => {
  const { operation, req }: Begun = begun
  if (operation !== 'refresh') return begun.args
  const user = req.user as { _sid?: string; sessions?: readonly Kept[] | null } | null
  const began = user?.sessions?.find(({ id }) => id === user._sid)?.createdAt
  if (user && (!began || now(req).getTime() - new Date(began).getTime() >= RENEWED_FOR)) {
    throw refusal('Please sign in again.', 403)
  }
  return begun.args
}
