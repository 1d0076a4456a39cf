import { setImmediate, setTimeout } from 'node:timers/promises'
import type { CollectionSlug, Payload } from 'payload'
import { findTear } from './find-tear'
import { mendTear } from './mend-tear'
import type { Row, Version } from './saved-states'

/** No crash tears more saves than were under way: a hundred rows a collection are far more than enough. */
const ROWS = 100
const MOST_TEARS_A_ROW = 4

async function newestRows(payload: Payload, collection: CollectionSlug): Promise<Row[]> {
  const { docs } = await payload.db.find<Row>({
    collection,
    sort: '-updatedAt',
    limit: ROWS,
    pagination: false,
  })
  return docs
}

async function versionsOf(
  payload: Payload,
  collection: CollectionSlug,
  ids: readonly string[],
  isLatestOnly: boolean,
): Promise<Version[]> {
  const { docs } = await payload.db.findVersions({
    collection,
    where: {
      and: [{ parent: { in: [...ids] } }, ...(isLatestOnly ? [{ latest: { equals: true } }] : [])],
    },
    sort: '-updatedAt',
    limit: 0,
    pagination: false,
  })
  return docs as unknown as Version[]
}

type Place = {
  readonly payload: Payload
  readonly collection: CollectionSlug
  readonly fields: readonly string[]
  readonly settleMs: number
}

/** True where the row and its one latest version answer for each other: no need to read the rest. */
function isPlainlyWhole(row: Row, latest: readonly Version[], fields: readonly string[]): boolean {
  const [only] = latest
  return latest.length === 1 && only?.version.updatedAt === row.updatedAt
    ? findTear(row, latest, fields) === null
    : false
}

async function tearOf({ payload, collection, fields }: Place, id: string) {
  const row = await payload.db.findOne<Row>({ collection, where: { id: { equals: id } } })
  const tear = row && findTear(row, await versionsOf(payload, collection, [id], false), fields)
  return tear ? { row, tear } : null
}

async function repairRow(place: Place, id: string): Promise<string[]> {
  const { payload, collection } = place
  const mended: string[] = []
  for (let round = 0; round < MOST_TEARS_A_ROW; round += 1) {
    const found = await tearOf(place, id)
    if (!found) break
    await mendTear({ payload, collection, row: found.row }, found.tear)
    mended.push(`${collection} ${id}: ${found.tear.kind}`)
  }
  return mended
}

async function repairCollection(place: Place): Promise<string[]> {
  const { payload, collection, fields } = place
  const rows = await newestRows(payload, collection)
  const latest = await versionsOf(
    payload,
    collection,
    rows.map(({ id }) => id),
    true,
  )
  const torn: string[] = []
  for (const row of rows) {
    await setImmediate()
    const mine = latest.filter(({ parent }) => parent === row.id)
    if (!isPlainlyWhole(row, mine, fields) && (await tearOf(place, row.id))) torn.push(row.id)
  }
  if (torn.length > 0) await setTimeout(place.settleMs)
  const mended: string[] = []
  for (const id of torn) mended.push(...(await repairRow(place, id)))
  return mended
}

/**
 * Mends what a crash tore between a row and its version, or inside either: SQLite saves without transactions here
 * (docs/decisions/002-databases.md). No acknowledged save is changed, and nothing becomes public by it.
 *
 * Call it at start. What looks torn is looked at again after `settleMs`, since another process may be in the middle of a
 * save. Says in one line of the log what it mended, and answers with the same. Safe to repeat: a second run finds nothing.
 */
export async function repairTornSaves(
  payload: Payload,
  settleMs = 3000,
): Promise<readonly string[]> {
  const mended: string[] = []
  for (const { slug, versions, flattenedFields } of payload.config.collections) {
    if (!versions) continue
    const fields = flattenedFields.map(({ name }) => name).filter((name) => name !== 'updatedAt')
    mended.push(...(await repairCollection({ payload, collection: slug, fields, settleMs })))
  }
  if (mended.length > 0) payload.logger.warn(`Mended saves cut short: ${mended.join('; ')}`)
  return mended
}
