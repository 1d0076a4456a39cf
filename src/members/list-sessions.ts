import type { Payload } from 'payload'
import { hashOfToken } from './sessions'

export type SeenSession = {
  readonly id: string
  /** Such as “Firefox on Windows”, as the browser called itself when it signed in. */
  readonly device: string
  readonly signedInAt: string
  readonly lastSeenAt: string
  /** The browser that asks. */
  readonly isThis: boolean
}

/** The browsers a member is signed in with, the one that asks first. */
export async function listSessions({
  payload,
  memberId,
  token,
  now,
}: {
  payload: Payload
  memberId: string
  token: string
  now: Date
}): Promise<SeenSession[]> {
  const { docs } = await payload.find({
    collection: 'member-sessions',
    overrideAccess: true,
    depth: 0,
    limit: 200,
    pagination: false,
    sort: '-lastSeenAt',
    where: {
      and: [{ member: { equals: memberId } }, { expiresAt: { greater_than: now.toISOString() } }],
    },
  })
  const own = hashOfToken(token)
  const sessions = docs.map(({ id, device, createdAt, lastSeenAt, tokenHash }) => ({
    id,
    device: device ?? 'A browser',
    signedInAt: createdAt,
    lastSeenAt,
    isThis: tokenHash === own,
  }))
  return sessions.toSorted((one, other) => Number(other.isThis) - Number(one.isThis))
}

/** Closes one session of the member's own. Safe to repeat; another's stays open. */
export async function closeSession({
  payload,
  memberId,
  sessionId,
}: {
  payload: Payload
  memberId: string
  sessionId: string
}): Promise<void> {
  await payload.delete({
    collection: 'member-sessions',
    overrideAccess: true,
    where: { and: [{ id: { equals: sessionId } }, { member: { equals: memberId } }] },
  })
}
