import type { Payload, Where } from 'payload'
import type { ColleaguePass } from '@/access/colleague-pass'
import type { Member } from '@/payload-types'
import { FOR_STAFF, hashOfToken } from '../sessions'

type KeptPass = ColleaguePass & {
  readonly id: string
  readonly addressHash: string
  readonly usedAt: string | null
}

/** Passes with their senders, read afresh with the organisation. */
export async function passesWhere(payload: Payload, where: Where): Promise<KeptPass[]> {
  const { docs } = await payload.find({
    collection: 'colleague-passes',
    overrideAccess: true,
    depth: 2,
    populate: { organisations: FOR_STAFF },
    limit: 0,
    pagination: false,
    where,
  })
  return docs.flatMap(({ id, briefingId, addressHash, domain, endsAt, usedAt, sender }) =>
    isRow(sender)
      ? [{ id, briefingId, addressHash, domain, endsAt, usedAt: usedAt ?? null, sender }]
      : [],
  )
}

const isRow = (sender: string | Member | null): sender is Member =>
  typeof sender === 'object' && sender !== null

/** The passes a browser holds the tokens of, at a moment. No tokens ask nothing of the database. */
export async function passesOfBrowser({
  payload,
  tokens,
  now,
}: {
  payload: Payload
  tokens: readonly string[]
  now: Date
}): Promise<readonly ColleaguePass[]> {
  if (tokens.length === 0) return []
  return passesWhere(payload, {
    and: [
      { tokenHash: { in: tokens.map(hashOfToken) } },
      { endsAt: { greater_than: now.toISOString() } },
    ],
  })
}
