import {
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
  type CollectionSlug,
  type PayloadRequest,
} from 'payload'
import { refusal } from '@/lib/refusal'
import { isEditor } from '@/access/who'

/** Notes on the request whether this is a draft save, which Payload does not tell the later hooks. */
export const rememberDraftSave: CollectionBeforeOperationHook = ({ args, req }) => {
  req.context.isDraftSave = (args as { draft?: boolean }).draft === true
  return args
}

const actsWithoutPublishing = (req: PayloadRequest): boolean =>
  req.user !== null && !isEditor(req.user)

type Document = { readonly id: string; readonly _status?: string }

/** Asks the stored row: `originalDoc` is the latest version, and so a draft while one lies over what is public. */
async function isPublic(
  { id }: Document,
  slug: string,
  { payload }: PayloadRequest,
): Promise<boolean> {
  const { totalDocs } = await payload.count({
    collection: slug as CollectionSlug,
    where: { and: [{ id: { equals: id } }, { _status: { equals: 'published' } }] },
    overrideAccess: true,
  })
  return totalDocs > 0
}

/**
 * Refuses an officer's save that readers would see: publishing, changing what is published, or taking it down.
 *
 * The access rule hides the button; this holds on every other way in, such as a save that leaves the status out.
 * The service's own saves have no user and pass.
 */
export const onlyEditorsPublish: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (!actsWithoutPublishing(req)) return data
  const { isDraftSave, isRestoringVersion } = req.context
  if (isDraftSave === true && isRestoringVersion === true) return data
  const becomesPublic = (data as Partial<Document>)._status === 'published'
  const wasPublic =
    operation === 'update' &&
    isDraftSave !== true &&
    (await isPublic(originalDoc as Document, collection.slug, req))
  if (becomesPublic || wasPublic) {
    throw refusal(
      'Only an editor can publish, change or take down what readers see. Save it as a draft and ask an editor.',
      403,
    )
  }
  return data
}
