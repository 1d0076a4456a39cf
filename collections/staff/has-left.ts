import type { CollectionBeforeChangeHook, CollectionBeforeLoginHook } from 'payload'
import { refusal } from '@/lib/refusal'
import type { Staff } from '@/payload-types'

type WithSessions = Partial<Staff> & { sessions?: unknown[] | null }

/** Ends every session of an account the moment it is said to have left. */
export const endSessionsOfWhoLeft: CollectionBeforeChangeHook<Staff> = ({ data }) => {
  if (data.hasLeft) (data as WithSessions).sessions = []
  return data
}

/** The right password of somebody who has left opens nothing. The doors answer as to a wrong one. */
export const refuseWhoHasLeft: CollectionBeforeLoginHook<Staff> = ({ user }) => {
  if (user.hasLeft) throw refusal('This account is closed.', 401)
  return user
}
