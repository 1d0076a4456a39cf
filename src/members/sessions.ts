import { createHash, randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import type { Member } from '@/payload-types'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
const LASTS = 30 * DAY
/** From its beginning, however much it is used (docs/decisions/035-how-long-sessions-last.md). */
const LASTS_AT_MOST = 180 * DAY
const SEEN_AGAIN_AFTER = HOUR

/** What the database keeps of a session's token. */
export const hashOfToken = (token: string): string =>
  createHash('sha256').update(token).digest('hex')

const endOf = (began: Date): number => began.getTime() + LASTS_AT_MOST

const timesOf = (now: Date, began: Date) => ({
  lastSeenAt: now.toISOString(),
  expiresAt: new Date(Math.min(now.getTime() + LASTS, endOf(began))).toISOString(),
})

export type Session = { readonly token: string; readonly expiresAt: Date }

/**
 * Opens a session for a member who has proved who they are, and forgets sessions that have run out.
 *
 * The token is 32 random bytes; only its SHA-256 is kept, so the database alone opens no account. A session lasts 30
 * days from its last use, and 180 from its beginning at most. That which the browser had before is closed.
 */
export async function startSession({
  payload,
  memberId,
  device,
  inPlaceOf,
  now,
}: {
  payload: Payload
  memberId: string
  /** What the browser calls itself, for its owner to tell it from others. */
  device?: string
  /** The token of the session the browser had before. */
  inPlaceOf?: string | undefined
  now: Date
}): Promise<Session> {
  const token = randomBytes(32).toString('base64url')
  const times = timesOf(now, now)
  await payload.delete({
    collection: 'member-sessions',
    overrideAccess: true,
    where: { expiresAt: { less_than_equal: now.toISOString() } },
  })
  if (inPlaceOf) await endSession({ payload, token: inPlaceOf })
  await payload.db.updateOne({
    collection: 'members',
    where: { id: { equals: memberId } },
    // Whoever has the row open at the desk may still save it.
    data: { lastSignedInAt: now.toISOString(), updatedAt: null },
    options: { atomic: true },
  })
  await payload.create({
    collection: 'member-sessions',
    overrideAccess: true,
    depth: 0,
    data: {
      member: memberId,
      tokenHash: hashOfToken(token),
      createdAt: now.toISOString(),
      ...(device ? { device } : {}),
      ...times,
    },
  })
  return { token, expiresAt: new Date(times.expiresAt) }
}

/** What an organisation's contact is and what staff noted of it are not for its members: they are not even read. */
export const FOR_STAFF = {
  contactName: false,
  contactEmail: false,
  notes: false,
  fromEnquiry: false,
} as const

/**
 * The member whose browser holds `token`, read afresh with the organisation, or null when nobody's session is open.
 *
 * A session in use moves its end 30 days ahead, but never beyond 180 days from its beginning; the move is written at most
 * once an hour.
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
    populate: { organisations: FOR_STAFF },
    limit: 1,
    pagination: false,
    where: {
      and: [
        { tokenHash: { equals: hashOfToken(token) } },
        { expiresAt: { greater_than: now.toISOString() } },
      ],
    },
  })
  const session = docs[0]
  if (!session || typeof session.member !== 'object') return null
  const began = new Date(session.createdAt)
  if (endOf(began) <= now.getTime()) return null
  if (now.getTime() - new Date(session.lastSeenAt).getTime() >= SEEN_AGAIN_AFTER) {
    await payload.db.updateOne({
      collection: 'member-sessions',
      where: { id: { equals: session.id } },
      data: timesOf(now, began),
      options: { atomic: true },
    })
  }
  return session.member
}

/** Closes the session of one browser. Throws where it is left. Safe to repeat. */
export async function endSession({ payload, token }: { payload: Payload; token: string }) {
  await payload.db.deleteMany({
    collection: 'member-sessions',
    where: { tokenHash: { equals: hashOfToken(token) } },
  })
}

/** Closes the member's sessions in every browser. Throws where one is left. Safe to repeat. */
export async function endAllSessions({
  payload,
  memberId,
}: {
  payload: Payload
  memberId: string
}) {
  await payload.db.deleteMany({
    collection: 'member-sessions',
    where: { member: { equals: memberId } },
  })
}
