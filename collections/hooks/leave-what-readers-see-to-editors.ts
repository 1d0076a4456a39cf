import { isDeepStrictEqual } from 'node:util'
import type { PayloadRequest, SanitizedCollectionConfig, Where } from 'payload'
import { isEditor, isStaff } from '@/access/who'
import { namedTitles } from '@/lib/named-titles'
import { refusal } from '@/lib/refusal'
import type { PublishedWith } from './published-with'

type Row = Readonly<Record<string, unknown>>

type Update = {
  readonly id?: string | number
  readonly where?: Where
  readonly data?: Row
  readonly collection: { readonly config: SanitizedCollectionConfig }
  readonly req: PayloadRequest
}

/** A form sends these back as it had them. */
const OF_EVERY_ROW = ['id', 'createdAt', 'updatedAt']

type Operation = {
  /** An `Update` where that is the operation. */
  readonly args: unknown
  readonly operation: string
  readonly req: PayloadRequest
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || isDeepStrictEqual(value, [])

const isSame = (one: unknown, other: unknown): boolean =>
  (isEmpty(one) && isEmpty(other)) || isDeepStrictEqual(one, other)

/** The new file of a row, or the old one cut anew. */
const bringsFile = ({ req: { file, query } }: Update): boolean => {
  const edits: unknown = query.uploadEdits
  const isCut = typeof edits === 'object' && edits !== null && Object.keys(edits).length > 0
  return Boolean(file) || isCut
}

async function rowsOf({ id, where, collection, req }: Update): Promise<readonly Row[]> {
  const { docs } = await req.payload.find({
    collection: collection.config.slug,
    where: id === undefined ? (where ?? {}) : { id: { equals: id } },
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return docs as unknown as Row[]
}

/**
 * Refuses an officer's change of a row that published texts use: its file, or whatever readers see of it. Readers would
 * have what no editor has looked at. Editors may; so may officers while no published text uses it.
 *
 * Before the operation, on every way in: after it Payload has thrown the old file away by the time any other hook is asked.
 */
export const leaveWhatReadersSeeToEditors =
  ({
    publishedWith,
    unseen = [],
    instead,
  }: {
    publishedWith: PublishedWith
    /** The fields that readers do not see. */
    unseen?: readonly string[]
    /** What to do in its place, as in “or add a new file”. */
    instead: string
  }) =>
  async ({ args, operation, req }: Operation): Promise<void> => {
    if (operation !== 'update' || !isStaff(req.user) || isEditor(req.user)) return
    const update = args as Update
    const unread = new Set([...OF_EVERY_ROW, ...unseen])
    const changes = Object.entries(update.data ?? {}).filter(([name]) => !unread.has(name))
    for (const row of await rowsOf(update)) {
      const isSeen = changes.some(([name, value]) => !isSame(value, row[name]))
      if (!isSeen && !bringsFile(update)) continue
      const titles = await publishedWith(req, String(row.id))
      if (titles.length === 0) continue
      throw refusal(
        `Readers have this in ${namedTitles(titles)}. Ask an editor to change it, or ${instead}.`,
        403,
      )
    }
  }
