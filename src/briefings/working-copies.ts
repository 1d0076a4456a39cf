import type { Payload } from 'payload'
import { isUnsavedName, workingCopyKey } from '@/lib/working-copy-key'
import { throughConflicts, writeOnce } from '@/lib/write-once'
import type { Staff, WorkingCopy } from '@/payload-types'

const COLLECTION = 'working-copies'
const DAYS_KEPT = 30
const DAY_MS = 86_400_000
const LONGEST_TITLE = 200

/** The fields of a form as they would be saved. */
export type WorkingContent = Readonly<Record<string, unknown>>

/** What the desk offers to bring back. */
export type KeptWork = {
  /** The briefing’s id, or `new-…`. */
  readonly document: string
  readonly startedFrom: string | null
  readonly title: string
  readonly content: WorkingContent
  /** ISO 8601, UTC. */
  readonly keptAt: string
}

export type KeepArgs = {
  readonly staff: Staff
  readonly document: string
  readonly startedFrom: string | null
  readonly content: WorkingContent
  readonly now: Date
}

const titleIn = ({ title }: WorkingContent): string =>
  typeof title === 'string' ? title.trim().slice(0, LONGEST_TITLE) : ''

async function isThere(payload: Payload, { document, staff }: KeepArgs): Promise<boolean> {
  if (isUnsavedName(document)) return true
  const briefing = await payload.findByID({
    collection: 'briefings',
    id: document,
    draft: true,
    depth: 0,
    select: { updatedAt: true },
    user: staff,
    overrideAccess: false,
    disableErrors: true,
  })
  return briefing !== null
}

/**
 * Keeps what somebody typed, in the place of what was kept before. One row, so that a crash leaves the one or the other
 * whole. Safe to repeat.
 *
 * @returns `gone` where there is no such briefing (any more).
 */
export async function keepWork(payload: Payload, args: KeepArgs): Promise<'kept' | 'gone'> {
  if (!(await isThere(payload, args))) return 'gone'
  const { staff, document, startedFrom, content, now } = args
  const key = workingCopyKey(staff.id, document)
  const said = { startedFrom, content, title: titleIn(content), keptAt: now.toISOString() }
  const row = { key, ownerId: staff.id, document, ...said }
  if (!(await writeOnce(payload, COLLECTION, row))) {
    await throughConflicts(() =>
      payload.db.updateOne({ collection: COLLECTION, where: { key: { equals: key } }, data: said }),
    )
  }
  return 'kept'
}

const asKept = (row: WorkingCopy): KeptWork => ({
  document: row.document,
  startedFrom: row.startedFrom ?? null,
  title: row.title ?? '',
  content: row.content as WorkingContent,
  keptAt: row.keptAt,
})

/**
 * What somebody typed and did not save: of one briefing, or, where `document` is null, of the briefing they began last and
 * never saved.
 */
export async function readKeptWork(
  payload: Payload,
  ownerId: string,
  document: string | null,
): Promise<KeptWork | null> {
  const { docs } = await payload.find({
    collection: COLLECTION,
    where:
      document === null
        ? { and: [{ ownerId: { equals: ownerId } }, { document: { like: 'new-' } }] }
        : { key: { equals: workingCopyKey(ownerId, document) } },
    sort: '-keptAt',
    limit: 1,
    depth: 0,
    overrideAccess: true,
  })
  return docs[0] ? asKept(docs[0]) : null
}

/** Forgets what was kept, as its owner asks or once it is saved. Safe to repeat. */
export async function dropWork(payload: Payload, ownerId: string, document: string): Promise<void> {
  await payload.db.deleteMany({
    collection: COLLECTION,
    where: { key: { equals: workingCopyKey(ownerId, document) } },
  })
}

/** Forgets what nobody came back for within thirty days. Safe to repeat. */
export async function forgetOldWork(payload: Payload, now: Date): Promise<void> {
  const before = new Date(now.getTime() - DAYS_KEPT * DAY_MS).toISOString()
  await payload.db.deleteMany({
    collection: COLLECTION,
    where: { keptAt: { less_than: before } },
  })
}
