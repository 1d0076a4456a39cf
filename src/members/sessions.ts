import { createHash, randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import type { Member } from '@/payload-types'

const HOUR = 60 * 60 * 1000
const LASTS = 30 * 24 * HOUR
const SEEN_AGAIN_AFTER = HOUR

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

const timesOf = (now: Date) => ({
  lastSeenAt: now.toISOString(),
  expiresAt: new Date(now.getTime() + LASTS).toISOString(),
})

export type Session = { readonly token: string; readonly expiresAt: Date }

/**
 * Opens a session for a member who has proved who they are, and forgets sessions that have run out.
 *
 * The token is 32 random bytes; only its SHA-256 is kept, so the database alone opens no account. A session lasts 30
 * days from its last use.
 */
export async function startSession({
  payload,
  memberId,
  now,
}: {
  payload: Payload
  memberId: string
  now: Date
}): Promise<Session> {
  const token = randomBytes(32).toString('base64url')
  const times = timesOf(now)
  await payload.delete({
    collection: 'member-sessions',
    overrideAccess: true,
    where: { expiresAt: { less_than_equal: now.toISOString() } },
  })
  await payload.db.updateOne({
    collection: 'members',
    where: { id: { equals: memberId } },
    data: { lastSignedInAt: now.toISOString() },
    options: { atomic: true },
  })
  await payload.create({
    collection: 'member-sessions',
    overrideAccess: true,
    depth: 0,
    data: { member: memberId, tokenHash: hashOf(token), ...times },
  })
  return { token, expiresAt: new Date(times.expiresAt) }
}

/**
 * The member whose browser holds `token`, read afresh with the organisation, or null when nobody's session is open.
 *
 * A session in use moves its end 30 days ahead; the move is written at most once an hour.
 */
export async function memberOfSession({
  payload,
  token,
  now,
}: {
  payload: Payload
  token: string
  now: Date
}): Promise<Member | null> {
  const { docs } = await payload.find({
    collection: 'member-sessions',
    overrideAccess: true,
    depth: 2,
    limit: 1,
    pagination: false,
    where: {
      and: [
        { tokenHash: { equals: hashOf(token) } },
        { expiresAt: { greater_than: now.toISOString() } },
      ],
    },
  })
  const session = docs[0]
  if (!session || typeof session.member !== 'object') return null
  if (now.getTime() - new Date(session.lastSeenAt).getTime() >= SEEN_AGAIN_AFTER) {
    await payload.db.updateOne({
      collection: 'member-sessions',
      where: { id: { equals: session.id } },
      data: timesOf(now),
      options: { atomic: true },
    })
  }
  return session.member
}

/** Closes the session of one browser. Safe to repeat. */
export async function endSession({ payload, token }: { payload: Payload; token: string }) {
  await payload.delete({
    collection: 'member-sessions',
    overrideAccess: true,
    where: { tokenHash: { equals: hashOf(token) } },
  })
}

/** Closes the member's sessions in every browser. Safe to repeat. */
export async function endAllSessions({
  payload,
  memberId,
}: {
  payload: Payload
  memberId: string
}) {
  await payload.delete({
    collection: 'member-sessions',
    overrideAccess: true,
    where: { member: { equals: memberId } },
  })
}
