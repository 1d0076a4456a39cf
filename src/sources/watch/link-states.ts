import type { Payload, Where } from 'payload'
import { writeOnce } from '@/lib/write-once'
import type { LinkState } from './after-look'

const collection = 'evidence-looks'

/** Until when a look belongs to whoever claimed it. A look takes minutes at most. */
const CLAIM_MS = 3_600_000

type Row = LinkState & { readonly key: string }

/** What is known of every link, by the id of its source. */
export async function linkStates(payload: Payload): Promise<ReadonlyMap<string, LinkState>> {
  const { docs } = await payload.db.find<Row & { id: string }>({
    collection,
    pagination: false,
    limit: 0,
  })
  return new Map(docs.map((row) => [row.key, row]))
}

/**
 * Takes a look upon oneself: true for one of several workers, false for the others. A claim that a crash left runs out
 * after an hour.
 */
export async function claimLook(payload: Payload, key: string, url: string, now: Date) {
  const nextAt = new Date(now.getTime() + CLAIM_MS).toISOString()
  if (await writeOnce(payload, collection, { key, url, standing: 'unsure', nextAt })) return true
  const where: Where = {
    and: [
      { key: { equals: key } },
      { or: [{ nextAt: { less_than_equal: now.toISOString() } }, { url: { not_equals: url } }] },
    ],
  }
  const claimed: unknown = await payload.db.updateOne({
    collection,
    where,
    data: { nextAt, url },
    options: { atomic: true },
  })
  return claimed !== null
}

/** Writes down what is known now. Safe to repeat. */
export async function keepLinkState(payload: Payload, key: string, state: LinkState) {
  await payload.db.updateOne({
    collection,
    where: { key: { equals: key } },
    data: { ...state },
  })
}
