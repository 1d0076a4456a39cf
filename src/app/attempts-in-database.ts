import { createHmac } from 'node:crypto'
import type { Payload } from 'payload'
import { deriveKey } from '@/lib/derive-key'
import type { AttemptStore } from '@/lib/limit'

const MOST_TRIES = 4

/**
 * Counts attempts in the database, so that every process of the site and a restarted one count together.
 *
 * What is counted is kept as a keyed hash: neither addresses of people nor of machines stand in it. Each count is one
 * conditional write, so that attempts at the same moment are all counted.
 */
export function attemptsInDatabase(openPayload: () => Promise<Payload>): AttemptStore {
  return {
    add: async (key, by, until, now) => {
      const payload = await openPayload()
      const keyHash = createHmac('sha256', deriveKey(payload.secret, 'attempts'))
        .update(key)
        .digest('hex')
      for (let tries = 0; tries < MOST_TRIES; tries += 1) {
        const counted = await addTo(payload, keyHash, by)
        if (counted !== null) return counted
        if (await begin(payload, keyHash, by, until, now)) return Math.max(0, by)
      }
      throw new Error('An attempt could not be counted.')
    },
  }
}

async function addTo(payload: Payload, keyHash: string, by: number): Promise<number | null> {
  const row: unknown = await payload.db.updateOne({
    collection: 'attempts',
    where: { and: [{ keyHash: { equals: keyHash } }] },
    data: { count: { $inc: by } },
    options: { atomic: true },
  })
  return (row as { count: number } | null)?.count ?? null
}

/** False where another process has begun the same count in the meantime. */
async function begin(
  payload: Payload,
  keyHash: string,
  by: number,
  until: Date,
  now: Date,
): Promise<boolean> {
  const longAgo = new Date(now.getTime() - FORGOTTEN_AFTER).toISOString()
  await payload.db.deleteMany({
    collection: 'attempts',
    where: { expiresAt: { less_than: longAgo } },
  })
  try {
    await payload.db.create({
      collection: 'attempts',
      data: { keyHash, count: Math.max(0, by), expiresAt: until.toISOString() },
    })
    return true
  } catch (fault) {
    const isThere = await payload.count({
      collection: 'attempts',
      overrideAccess: true,
      where: { keyHash: { equals: keyHash } },
    })
    if (isThere.totalDocs > 0) return false
    throw fault
  }
}

/** Counts of windows of every length stand side by side: what is over has been over for everybody for an hour. */
const FORGOTTEN_AFTER = 60 * 60 * 1000
