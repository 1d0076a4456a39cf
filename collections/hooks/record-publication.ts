import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  PayloadRequest,
  SanitizedCollectionConfig,
} from 'payload'
import { keepRecordOf } from '@/access/record/keep-record'

type Written = {
  readonly id: string
  readonly title?: string | null
  readonly _status?: string | null
  readonly publishedAt?: string | null
}

const named = ({ slug }: SanitizedCollectionConfig, { id, title }: Written) => ({
  kind: slug,
  id,
  name: title ?? null,
})

/** A save that took something from readers: of what they may have had, not a draft's. */
const takesDown = (doc: Written, before: Written | undefined, { context }: PayloadRequest) =>
  doc._status === 'draft' &&
  context.isDraftSave !== true &&
  (before?._status === 'published' || Boolean(before?.publishedAt))

/** Records each save that readers see, and each that takes something from them. Moves of a stage are recorded as such. */
export const recordPublication: CollectionAfterChangeHook = async ({
  collection,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const written = doc as Written
  if (req.context.isStageMove === true) return written
  const on = named(collection, written)
  if (written._status === 'published') await keepRecordOf(req, { act: 'published', on })
  else if (operation === 'update' && takesDown(written, previousDoc as Written, req)) {
    await keepRecordOf(req, { act: 'taken-down', on })
  }
  return written
}

export const recordRemoval: CollectionAfterDeleteHook = async ({ collection, doc, req }) => {
  await keepRecordOf(req, { act: 'removed', on: named(collection, doc as Written) })
  return doc as unknown
}
