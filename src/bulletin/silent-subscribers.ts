import type { Payload } from 'payload'
import type { BulletinDelivery, BulletinIssue, Subscription } from '@/payload-types'
import { everyRow } from './every-row'

const WEEK = 7 * 24 * 60 * 60 * 1000

/** How long nothing on somebody's topics must have come for us to ask whether the topics are right. */
export const SILENT_WEEKS = 12

/** As enrolment writes it beside a row. */
const NOTHING_NEW = 'nothing new on their topics'

const AT_ONCE = 200

export type SilentSubscriber = {
  readonly memberId: string
  readonly address: string
  /** By name. None means all. */
  readonly topics: readonly string[]
  /** How many issues brought them nothing in this time. */
  readonly issues: number
}

async function issuesSince(payload: Payload, since: Date): Promise<string[]> {
  const { docs } = await payload.db.find<BulletinIssue>({
    collection: 'bulletin-issues',
    where: {
      and: [
        { state: { equals: 'finished' } },
        { slotAt: { greater_than_equal: since.toISOString() } },
      ],
    },
    sort: '-slotAt',
    pagination: false,
    limit: 0,
    select: { key: true },
  })
  return docs.map(({ key }) => key)
}

type Row = Pick<BulletinDelivery, 'memberId' | 'state' | 'reason'> & { readonly id: string }

const gotNothing = ({ state, reason }: Pick<Row, 'state' | 'reason'>): boolean =>
  state === 'skipped' && reason === NOTHING_NEW

async function skippedIn(payload: Payload, issueKey: string): Promise<string[]> {
  const ids: string[] = []
  const rows = everyRow(async (after, limit) => {
    const { docs } = await payload.db.find<BulletinDelivery>({
      collection: 'bulletin-deliveries',
      where: {
        and: [
          { issueKey: { equals: issueKey } },
          { state: { equals: 'skipped' } },
          { key: { greater_than: after } },
        ],
      },
      sort: 'key',
      limit,
      pagination: false,
    })
    return docs
  })
  for await (const row of rows) if (gotNothing(row)) ids.push(row.memberId)
  return ids
}

/** Those of these members for whom every issue's row says that nothing was new, with how many rows they have. */
async function alwaysSkipped(
  payload: Payload,
  issueKeys: readonly string[],
  memberIds: readonly string[],
): Promise<Map<string, number>> {
  const { docs } = await payload.db.find<Row>({
    collection: 'bulletin-deliveries',
    where: {
      and: [{ memberId: { in: [...memberIds] } }, { issueKey: { in: [...issueKeys] } }],
    },
    pagination: false,
    limit: 0,
    select: { memberId: true, state: true, reason: true },
  })
  const heard = new Set(docs.filter((row) => !gotNothing(row)).map(({ memberId }) => memberId))
  const counts = new Map<string, number>()
  for (const { memberId } of docs) {
    if (!heard.has(memberId)) counts.set(memberId, (counts.get(memberId) ?? 0) + 1)
  }
  return counts
}

async function subscribedBefore(
  payload: Payload,
  memberIds: readonly string[],
  since: Date,
): Promise<Subscription[]> {
  const { docs } = await payload.find({
    collection: 'subscriptions',
    overrideAccess: true,
    where: {
      and: [
        { member: { in: [...memberIds] } },
        { status: { equals: 'active' } },
        { createdAt: { less_than_equal: since.toISOString() } },
      ],
    },
    depth: 1,
    pagination: false,
  })
  return docs
}

function toSilent(subscription: Subscription, issues: number): SilentSubscriber[] {
  const { member, topics } = subscription
  if (typeof member !== 'object') return []
  const names = (topics ?? []).flatMap((topic) => (typeof topic === 'object' ? topic.name : []))
  return [{ memberId: member.id, address: member.email, topics: names.sort(), issues }]
}

/**
 * Subscribers of twelve weeks or more for whom no issue in these weeks had anything: their topics may be too narrow.
 *
 * Starts from whom the last issue had nothing for, and so reads the more the more are silent, not the more there are.
 */
export async function silentSubscribers(payload: Payload, now: Date): Promise<SilentSubscriber[]> {
  const since = new Date(now.getTime() - SILENT_WEEKS * WEEK)
  const keys = await issuesSince(payload, since)
  const candidates = keys[0] ? await skippedIn(payload, keys[0]) : []
  const silent: SilentSubscriber[] = []
  for (let from = 0; from < candidates.length; from += AT_ONCE) {
    const counts = await alwaysSkipped(payload, keys, candidates.slice(from, from + AT_ONCE))
    for (const subscription of await subscribedBefore(payload, [...counts.keys()], since)) {
      const { member } = subscription
      const id = typeof member === 'object' ? member.id : member
      silent.push(...toSilent(subscription, counts.get(id) ?? 0))
    }
  }
  return silent.sort((one, other) => one.address.localeCompare(other.address))
}
