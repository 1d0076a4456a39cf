import type { CollectionSlug, Payload } from 'payload'
import type { Tear } from './find-tear'
import type { Row, Version } from './saved-states'

type Where = { readonly payload: Payload; readonly collection: CollectionSlug; readonly row: Row }

const without = (value: object, name: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).filter(([key]) => key !== name))

/** The create was never acknowledged: what there is of it is kept, where only staff see it. */
async function keepAsDraft({ payload, collection, row }: Where): Promise<void> {
  const draft = { ...without(row, 'id'), _status: 'draft', updatedAt: row.updatedAt }
  await payload.db.updateOne({ collection, id: row.id, data: structuredClone(draft) })
  const now = new Date().toISOString()
  await payload.db.createVersion({
    collectionSlug: collection,
    parent: row.id,
    autosave: false,
    createdAt: row.createdAt,
    updatedAt: now,
    versionData: structuredClone(draft),
  })
}

async function restoreRow({ payload, collection, row }: Where, from: Version): Promise<void> {
  await payload.db.updateOne({
    collection,
    id: row.id,
    data: structuredClone(without(from.version, 'id')),
  })
}

async function writeVersion(
  { payload, collection }: Where,
  version: Version,
  changes: Partial<Version>,
): Promise<void> {
  await payload.db.updateVersion({
    collection,
    id: version.id,
    versionData: structuredClone(without({ ...version, ...changes }, 'id')) as never,
  })
}

/**
 * Takes a draft save that was never acknowledged out of the way of the save that was: of what is newer than the main row,
 * the desk shows the newest, whatever `latest` says (payload 3.90: versions/drafts/replaceWithDraftIfAvailable.js).
 */
async function putBehind(where: Where, version: Version, kept: Version): Promise<void> {
  if (version.updatedAt < kept.version.updatedAt) {
    await writeVersion(where, version, { latest: false })
    return
  }
  const updatedAt = new Date(Date.parse(kept.version.updatedAt) - 1).toISOString()
  const content = { ...version.version, updatedAt }
  await writeVersion(where, version, { latest: false, updatedAt, version: content })
}

/** Mends one tear. Safe to repeat, also after a crash in the middle. */
export async function mendTear(where: Where, tear: Tear): Promise<void> {
  switch (tear.kind) {
    case 'created-without-version':
      return keepAsDraft(where)
    case 'updated-without-version':
      return restoreRow(where, tear.restoreFrom)
    case 'version-in-part':
      return writeVersion(where, tear.version, {
        version: without(where.row, 'id') as Version['version'],
      })
    case 'two-latest':
      for (const version of tear.others) await putBehind(where, version, tear.keep)
  }
}
