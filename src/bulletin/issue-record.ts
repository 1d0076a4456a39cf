import type { Payload } from 'payload'
import type { BulletinIssue } from '@/payload-types'
import { type ItemReference, itemsOfBody, readBody } from './carried-items'
import { readEditing } from './issue-editing'
import { issueByKey } from './issues'
import { type AnnouncedItem, itemKey, itemsOfBriefings, itemsOfIssue } from './items'
import { stillPublic } from './still-public'

/** An issue as it is on record, with one of its mails. */
export type IssueRecord = {
  readonly issue: BulletinIssue
  /** What the issue announced, in its order. */
  readonly items: readonly AnnouncedItem[]
  /** What the mail held, in its order; null where the mail is not kept. */
  readonly body: readonly ItemReference[] | null
  /** Items of whatever issue that the mail names. */
  readonly known: ReadonlyMap<string, AnnouncedItem>
  /** Which issue announced an edition. */
  readonly issueOf: ReadonlyMap<string, string>
  readonly titleOf: ReadonlyMap<string, string>
  /** Briefings that everybody may know of now. */
  readonly publicIds: ReadonlySet<string>
  /** What an editor kept back for a later issue, by key. */
  readonly held: readonly string[]
}

/** The issue named, or the last ones that were frozen, newest first. */
export async function issuesToExplain(
  payload: Payload,
  issueKey: string | undefined,
  limit: number,
): Promise<BulletinIssue[]> {
  if (issueKey !== undefined) {
    const issue = await issueByKey(payload, issueKey)
    return issue ? [issue] : []
  }
  const { docs } = await payload.db.find<BulletinIssue>({
    collection: 'bulletin-issues',
    where: { state: { not_in: ['planned', 'empty'] } },
    sort: '-slotAt',
    limit,
  })
  return docs
}

async function issueKeysOf(payload: Payload, ids: readonly string[]) {
  const { docs } = await payload.db.find<ItemReference & { id: string; issueKey: string }>({
    collection: 'bulletin-items',
    where: { briefingId: { in: [...ids] } },
    pagination: false,
    limit: 0,
    select: { briefingId: true, edition: true, issueKey: true },
  })
  return new Map(docs.map((item) => [itemKey(item), item.issueKey]))
}

async function titlesOf(payload: Payload, ids: readonly string[]): Promise<Map<string, string>> {
  const { docs } = await payload.find({
    collection: 'briefings',
    overrideAccess: true,
    where: { id: { in: [...ids] } },
    pagination: false,
    depth: 0,
    select: { title: true },
  })
  return new Map(docs.map(({ id, title }) => [id, title]))
}

const briefingIdOf = (key: string): string => key.slice(0, key.lastIndexOf('/'))

/** Reads an issue and, by its hash, one of its mails. For staff: it names what was withdrawn, too. */
export async function readIssueRecord(
  payload: Payload,
  issue: BulletinIssue,
  itemSetHash: string | null,
  now: Date,
): Promise<IssueRecord> {
  const items = await itemsOfIssue(payload, issue.key)
  const kept = itemSetHash ? await readBody(payload, issue.key, itemSetHash) : null
  const body = kept ? itemsOfBody(kept) : null
  const held = readEditing(issue).held
  const ids = [
    ...new Set([
      ...items.map(({ briefingId }) => briefingId),
      ...(body ?? []).map(({ briefingId }) => briefingId),
      ...held.map(briefingIdOf),
    ]),
  ]
  const known = await itemsOfBriefings(payload, ids)
  const standing = await stillPublic(
    payload,
    ids.map((briefingId) => ({ briefingId })),
    now,
  )
  return {
    issue,
    items,
    body,
    held,
    known: new Map(known.map((item) => [itemKey(item), item])),
    issueOf: await issueKeysOf(payload, ids),
    titleOf: await titlesOf(payload, ids),
    publicIds: new Set(standing.map(({ briefingId }) => briefingId)),
  }
}
