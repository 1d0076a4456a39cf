import type { Payload, Where } from 'payload'
import type { BulletinDelivery } from '@/payload-types'
import { itemsOfBody, readBody } from './carried-items'
import { DELIVERY_STATES, type DeliveryState } from './delivery-store'
import { itemKey, itemsOfBriefings } from './items'

export type GotRow = Pick<BulletinDelivery, 'address' | 'state'> & {
  /** Why it stands as it does, and what the mail server said. */
  readonly why: string
  /** ISO date-time. */
  readonly at: string | null
  /** Titles of what their mail holds. */
  readonly titles: readonly string[]
}

export type GotPage = {
  readonly rows: readonly GotRow[]
  readonly total: number
  readonly page: number
  readonly pages: number
}

type GotArgs = {
  readonly payload: Payload
  readonly issueKey: string
  /** Part of an address. */
  readonly search: string
  readonly state: DeliveryState | null
  /** From 1. */
  readonly page: number
}

const ON_A_PAGE = 50

export const asDeliveryState = (text: string): DeliveryState | null =>
  DELIVERY_STATES.find((state) => state === text) ?? null

/** One read a mail: readers of the same topics have the same. */
async function titlesByHash(payload: Payload, issueKey: string, hashes: readonly string[]) {
  const titles = new Map<string, string[]>()
  for (const hash of hashes) {
    const body = await readBody(payload, issueKey, hash)
    const references = body ? itemsOfBody(body) : []
    const ids = references.map(({ briefingId }) => briefingId)
    const items = ids.length > 0 ? await itemsOfBriefings(payload, ids) : []
    const known = new Map(items.map((item) => [itemKey(item), item.publicPart.title]))
    titles.set(
      hash,
      references.map((reference) => known.get(itemKey(reference)) ?? 'taken back since'),
    )
  }
  return titles
}

const whyOf = ({ reason, reply, state }: BulletinDelivery): string =>
  [reason, state === 'sent' ? null : reply].filter(Boolean).join('; ')

/** Who got what of an issue, and why, by address: a page of the ledger, searched by part of an address and by state. */
export async function whoGotWhat(args: GotArgs): Promise<GotPage> {
  const { payload, issueKey, search, state, page } = args
  const and: Where[] = [
    { issueKey: { equals: issueKey } },
    ...(search ? [{ address: { contains: search.toLowerCase() } }] : []),
    ...(state ? [{ state: { equals: state } }] : []),
  ]
  const found = await payload.db.find<BulletinDelivery>({
    collection: 'bulletin-deliveries',
    where: { and },
    sort: 'address',
    limit: ON_A_PAGE,
    page,
  })
  const hashes = new Set(found.docs.flatMap(({ itemSetHash }) => itemSetHash ?? []))
  const titles = await titlesByHash(payload, issueKey, [...hashes])
  return {
    rows: found.docs.map((row) => ({
      address: row.address,
      state: row.state,
      why: whyOf(row),
      at: row.doneAt ?? null,
      titles: titles.get(row.itemSetHash ?? '') ?? [],
    })),
    total: found.totalDocs,
    page,
    pages: found.totalPages,
  }
}
